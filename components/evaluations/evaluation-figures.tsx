import Link from 'next/link'
import { Age } from '@/components/ui/age'
import { Figure } from '@/components/ui/figure'
import { duration, missing, quantity } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { ProgressBar } from '@/components/ui/progress-bar'
import { asksAServer } from './asks-a-server'
import { dollars, tokens } from './dollars'
import type { Evaluation } from './evaluation-view'
import { withoutWorker } from './without-worker'

/** How far it is and what it took. */
export function EvaluationFigures({ evaluation }: { evaluation: Evaluation }) {
  const { done, total, status, statusReason, startedAt, endedAt, base, baseStatus } = evaluation
  // what is played is told by the figures below
  const waitsFor = evaluation.doing === `${done} of ${total}` ? null : evaluation.doing
  const waits = withoutWorker(evaluation)
  return (
    <Panel>
      {(statusReason !== null || waits !== null) && (
        <p
          role="status"
          className={`mb-3 rounded-md px-3 py-2 ${status === 'failed' || waits !== null ? 'bg-warn-soft text-warn' : 'bg-raised text-ink-soft'}`}
        >
          {waits ?? statusReason}
        </p>
      )}
      {waitsFor !== null && (
        <p role="status" className="mb-3 break-words text-ink-soft">
          {waitsFor}
        </p>
      )}
      {status === 'queued' && baseStatus !== null && isActive(baseStatus) && (
        <p role="status" className="mb-3 text-ink-soft">
          Begins when{' '}
          <Link href={`/evaluations/${base}`} className="underline hover:text-ink">
            the evaluation of the untrained policy
          </Link>{' '}
          has ended.
        </p>
      )}
      <ProgressBar share={total === 0 ? 0 : done / total} label="Plays done" className="h-2" />
      <dl className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-4 lg:grid-cols-7">
        <Figure label="Plays done" value={quantity(done)} detail={`of ${quantity(total)}`} />
        {asksAServer(evaluation) && <RequestFigures evaluation={evaluation} />}
        <Figure label="Repeats" value={evaluation.repeats} detail={`seed ${evaluation.seed}`} />
        <Figure
          label="Took"
          value={
            startedAt === null || endedAt === null
              ? missing
              : duration((endedAt.getTime() - startedAt.getTime()) / 1000)
          }
          detail={
            <>
              launched <Age at={evaluation.createdAt} />
            </>
          }
        />
      </dl>
    </Panel>
  )
}

const isActive = (status: Evaluation['status']): boolean =>
  status === 'queued' || status === 'running' || status === 'stopping'

/** What the requests took. */
function RequestFigures({ evaluation }: { evaluation: Evaluation }) {
  return (
    <>
      <Figure
        label="Tokens"
        value={tokens(evaluation.promptTokens + evaluation.completionTokens)}
        detail={`${tokens(evaluation.promptTokens)} in, ${tokens(evaluation.completionTokens)} out`}
      />
      {evaluation.endpoint && (
        <Figure
          label="Cost"
          value={dollars(evaluation.cost)}
          detail={evaluation.cost === null ? 'no price' : 'of the model'}
        />
      )}
      <Figure label="Latency" value={latency(evaluation.latencyMs)} detail="mean of a request" />
      <Figure
        label="Requests"
        value={quantity(evaluation.requests)}
        detail={`${quantity(evaluation.failedRequests)} failed`}
      />
    </>
  )
}

function latency(ms: number | null): string {
  if (ms === null) return missing
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}
