import { Rocket } from 'lucide-react'
import type { ApiOutput } from '@/components/data/api-types'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { duration, quantity } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/states'
import type { LaunchRequest } from '@/server/core/runs/launch-input'
import { launchCommand } from './launch-command'

interface LaunchSummaryProps {
  readonly plan: ApiOutput['launch']['plan'] | undefined
  readonly request: LaunchRequest | null
  readonly problem: string | null
  readonly fieldProblems: number
  readonly launching: boolean
}

/** What will happen, said before it happens; the same launch as a command and as JSON. */
export function LaunchSummary({ plan, request, problem, fieldProblems, launching }: LaunchSummaryProps) {
  return (
    <Panel title="What will happen" className="lg:sticky lg:top-16">
      {plan ? (
        <Plan plan={plan} />
      ) : (
        <div className="grid gap-2">
          <Skeleton className="h-4 w-3/4" />
          <Skeleton className="h-4 w-1/2" />
          <Skeleton className="h-4 w-2/3" />
        </div>
      )}
      <Button type="submit" look="primary" disabled={launching} className="mt-4 w-full">
        <Rocket aria-hidden />
        {launching ? 'Launching…' : plan && plan.runs > 1 ? `Launch ${plan.runs} runs` : 'Launch'}
      </Button>
      {problem ? (
        <p role="alert" className="mt-2 text-xs text-bad">
          {problem}
        </p>
      ) : (
        fieldProblems > 0 && (
          <p role="alert" className="mt-2 text-xs text-bad">
            {fieldProblems === 1 ? 'One field needs' : `${fieldProblems} fields need`} another look.
          </p>
        )
      )}
      {request && (
        <div className="mt-3 flex flex-wrap gap-1 border-t border-line pt-2">
          <CopyButton text={launchCommand(request)} label="Copy as command" />
          <CopyButton text={JSON.stringify(request, null, 2)} label="Copy as JSON" />
        </div>
      )}
    </Panel>
  )
}

function Plan({ plan }: { plan: ApiOutput['launch']['plan'] }) {
  return (
    <div className="grid gap-3">
      <p>
        <strong className="font-semibold">{plan.runs === 1 ? 'One run' : `${plan.runs} runs, queued together,`}</strong>{' '}
        through {plan.stages.length} stages
        {plan.cluster
          ? ` on ${plan.cluster.name}: a job for each stage, ended by its gate.`
          : `, evaluated on ${plan.suites.join(' and ')} before, between and after them.`}
      </p>
      {plan.cluster && (
        <ul aria-label="What to know of the backend" className="list-disc pl-4 text-xs text-ink-soft">
          {plan.cluster.lacks.map((lack) => (
            <li key={lack}>{lack}</li>
          ))}
        </ul>
      )}
      <table className="w-full text-xs tabular-nums">
        <thead className="text-ink-faint">
          <tr>
            <th scope="col" className="py-0.5 text-left font-medium">
              Stage
            </th>
            <th scope="col" className="py-0.5 text-right font-medium">
              Tasks
            </th>
            <th scope="col" className="py-0.5 text-right font-medium">
              Steps
            </th>
            <th scope="col" className="py-0.5 text-right font-medium">
              Rollouts ≤
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.stages.map((stage) => (
            <tr key={stage.name}>
              <td className="truncate py-0.5">{stage.title}</td>
              <td className="py-0.5 text-right">{stage.tasks}</td>
              <td className="py-0.5 text-right whitespace-nowrap">
                {stage.minSteps}–{stage.maxSteps}
              </td>
              <td className="py-0.5 text-right">{quantity(stage.rollouts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-xs text-ink-soft">
        At most {quantity(plan.maxSteps)} training steps a run; {quantity(plan.rollouts)} rollouts
        {plan.cluster ? '. ' : ', and further ones where they branch at turns. '}
        {plan.cluster ? (
          'How long that takes depends on the model and the cluster.'
        ) : plan.secondsPerRun === null ? (
          'No finished run tells yet how long that takes on this machine.'
        ) : (
          <>
            At most about <span className="whitespace-nowrap">{duration(plan.secondsPerRun)}</span> a run, at the speed
            of the last one with this suite.
          </>
        )}
      </p>
    </div>
  )
}
