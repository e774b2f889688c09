import { Ban, Check, CircleDashed, CircleX, LoaderCircle, Minus, TriangleAlert } from 'lucide-react'
import type { ApiOutput } from '@/components/data/api-types'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import type { GateCriterion } from '@/server/core/curriculum/curriculum'
import { isLive } from '../is-live'
import type { RunStatusName } from '../run-state'
import { describeCriterion } from './describe-criterion'
import { MissingList } from './missing-list'
import { type StageLookName, stageLook } from './stage-look'

type Stage = ApiOutput['runs']['get']['stages'][number]

const icons = {
  pending: CircleDashed,
  unreached: CircleDashed,
  running: LoaderCircle,
  begun: CircleDashed,
  passed: Check,
  limit: TriangleAlert,
  stopped: Minus,
  ended: Minus,
  stoppedHere: Ban,
  failedHere: CircleX,
} as const satisfies Record<StageLookName, unknown>

interface StageCardsProps {
  readonly stages: readonly Stage[]
  readonly hints: boolean
  /** Training steps of the run up to now. */
  readonly step: number
  /** How the run stands. */
  readonly status: RunStatusName
}

/** The curriculum's stages with what their gates ask and where they stand: what is missing before each ends. */
export function StageCards({ stages, ...run }: StageCardsProps) {
  return (
    <ol className="grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-4">
      {stages.map((stage) => (
        <StageCard key={stage.position} stage={stage} {...run} />
      ))}
    </ol>
  )
}

function StageCard({ stage, hints, step, status }: Omit<StageCardsProps, 'stages'> & { stage: Stage }) {
  const look = stageLook(stage.status, status)
  const Icon = icons[look.name]
  const begun = stage.status === 'running'
  const goesOn = isLive(status)
  const { plan, gate } = stage
  return (
    <li
      className={cn('min-w-0 rounded-lg border border-line bg-surface p-3', look.name === 'running' && 'border-accent')}
    >
      <div className="flex items-baseline justify-between gap-2">
        <h3 className="truncate font-medium">
          <span className="text-ink-faint">{stage.position + 1}</span> {plan?.title ?? stage.name}
        </h3>
        <span className="inline-flex items-center gap-1 text-xs whitespace-nowrap text-ink-soft">
          <Icon aria-hidden className="size-3.5 self-center" />
          {look.words}
        </span>
      </div>
      {plan && (
        <div className="mt-1 flex flex-wrap gap-1">
          <Badge>{plan.data.splits.length === 4 ? 'all splits' : plan.data.splits.join(', ')}</Badge>
          <Badge>{plan.reward} reward</Badge>
          <Badge tone={hints && plan.feedback === 'augmented' ? 'hint' : 'neutral'}>
            {hints && plan.feedback === 'augmented' ? 'hints' : 'no hints'}
          </Badge>
        </div>
      )}
      <p className="mt-2 text-xs text-ink-soft tabular-nums">
        {stage.startStep === null
          ? plan && `${plan.gate.minSteps}–${plan.gate.maxSteps} steps`
          : `steps ${stage.startStep}–${stage.endStep ?? (goesOn ? 'now' : step)}${plan ? ` (${plan.gate.minSteps}–${plan.gate.maxSteps} allowed)` : ''}`}
      </p>
      {gate && (
        <>
          <table className="mt-1 w-full text-xs">
            <caption className="sr-only">Gate criteria at step {gate.step}</caption>
            <tbody>
              {gate.criteria.map((criterion) => (
                <CriterionRow key={criterion.name} criterion={criterion} />
              ))}
            </tbody>
          </table>
          {!begun && <p className="mt-1 text-xs text-ink-soft">{stage.reason ?? gate.reason}</p>}
        </>
      )}
      {begun && plan && (
        <MissingList
          goesOn={goesOn}
          gate={plan.gate}
          step={Math.max(0, step - (stage.startStep ?? step))}
          criteria={gate?.criteria ?? []}
        />
      )}
    </li>
  )
}

function CriterionRow({ criterion }: { criterion: GateCriterion }) {
  const { label, good, text } = describeCriterion(criterion)
  return (
    <tr title={criterion.detail} className="align-baseline">
      <td className="w-4 py-0.5">
        {good ? (
          <Check aria-label="met" className="size-3 text-good" />
        ) : (
          <Minus aria-label="not met" className="size-3 text-ink-faint" />
        )}
      </td>
      <td className="py-0.5 whitespace-nowrap">{label}</td>
      <td className="py-0.5 pl-2 text-right text-ink-soft">{text}</td>
    </tr>
  )
}
