import Link from 'next/link'
import type { ApiOutput } from '@/components/data/api-types'
import { Button } from '@/components/ui/button'
import { age } from '@/components/ui/format'
import { RunActions } from '../run-actions'
import { RunStatus } from '../run-status'
import { evaluationFailed } from './evaluation-failed'
import { RepeatEvaluation } from './repeat-evaluation'
import { ExternalFigures, RunFigures } from './run-figures'
import { RunLabels } from './run-labels'
import { RunProgress } from './run-progress'
import { RunReason } from './run-reason'

export type RunPageData = ApiOutput['runs']['get']

/** What is true about the run now: state and why, progress, the figures that count. */
export function RunHeader({ run, now }: { run: RunPageData; now: Date }) {
  const live = run.status === 'running' || run.status === 'evaluating' || run.status === 'stopping'
  const seconds = run.startedAt ? ((run.endedAt ?? now).getTime() - run.startedAt.getTime()) / 1000 : null
  return (
    <div className="mb-4 grid gap-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-2">
            <h1 className="break-words">
              {run.name} <span className="font-normal text-ink-faint">#{run.id}</span>
            </h1>
            <RunStatus run={run} now={now} />
          </div>
          <RunReason run={run} now={now} />
          {live && run.heartbeatAt && (
            <p className="mt-0.5 text-xs text-ink-faint">
              {run.kind === 'external' ? 'last heard ' : 'last heartbeat '}
              {age(run.heartbeatAt, now)}
              {run.kind !== 'external' && `, attempt ${run.attempts.length}`}
            </p>
          )}
          <RunLabels run={run} />
          {run.parent && (
            <p className="mt-0.5 text-xs text-ink-faint">
              begun as a clone of{' '}
              <Link href={`/runs/${run.parent.id}`} className="underline hover:text-ink">
                {run.parent.name} #{run.parent.id}
              </Link>
            </p>
          )}
        </div>
        <div className="flex flex-wrap gap-2">
          {run.kind !== 'external' && (
            <Button asChild>
              <Link href={`/episodes?run=${run.id}`}>Episodes</Link>
            </Button>
          )}
          {run.kind === 'training' && run.trainingStep > 0 && (
            <Button asChild>
              <Link href={`/evaluations/checkpoint?run=${run.id}`}>Evaluate a checkpoint</Link>
            </Button>
          )}
          {run.kind === 'training' && (
            <Button asChild>
              <Link href={`/launch?from=${run.id}`}>Clone</Link>
            </Button>
          )}
          {evaluationFailed(run) && <RepeatEvaluation run={run.id} />}
          <RunActions run={run} />
        </div>
      </div>
      {live && run.kind !== 'external' && <RunProgress run={run} />}
      {run.kind === 'external' && <ExternalFigures run={run} seconds={seconds} />}
      {run.kind !== 'external' && run.kind !== 'import' && <RunFigures run={run} seconds={seconds} />}
    </div>
  )
}
