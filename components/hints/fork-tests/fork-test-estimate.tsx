import { GitFork } from 'lucide-react'
import type { ApiOutput } from '@/components/data/api-types'
import { dollars, tokens } from '@/components/evaluations/dollars'
import { JobEstimate } from '@/components/jobs/job-estimate'
import { quantity } from '@/components/ui/format'
import { countOf } from '@/server/core/count-of'

type Estimate = ApiOutput['forkTests']['estimate']

interface ForkTestEstimateProps {
  readonly estimate: Estimate | undefined
  readonly pending: boolean
  readonly launching: boolean
  readonly problem: string | null
}

/** What a fork test will play and roughly cost. */
export function ForkTestEstimate({ estimate, ...asked }: ForkTestEstimateProps) {
  const start = (
    <>
      <GitFork aria-hidden />
      {asked.launching ? 'Starting…' : 'Start the fork test'}
    </>
  )
  return (
    <JobEstimate
      {...asked}
      words={estimate ? <Words estimate={estimate} /> : null}
      unasked="Say which failing calls to see what they take."
      start={start}
    />
  )
}

function Words({ estimate }: { estimate: Estimate }) {
  const { population, forks, tasks, arms, repeats, turns, player, cost } = estimate
  return (
    <div className="grid gap-2 text-ink-soft">
      <p>
        <span className="font-medium text-ink">{quantity(forks)}</span> of {quantity(population)} failing calls in{' '}
        {countOf(tasks, 'task')}, each under {arms.length} arms ({arms.join(', ')}), {countOf(repeats, 'time')}:
      </p>
      <p className="text-base font-semibold text-ink tabular-nums">{countOf(turns, 'turn')} played on</p>
      <p>by {player}.</p>
      {estimate.tokens ? (
        <p>
          About {tokens(estimate.tokens.promptTokens)} tokens read and {tokens(estimate.tokens.completionTokens)}{' '}
          written: <span className="font-medium text-ink">{cost === null ? 'no price is known' : dollars(cost)}</span>.
          By the length of the turns; thinking comes on top.
        </p>
      ) : (
        <p>It costs nothing but some milliseconds of this machine a turn.</p>
      )}
    </div>
  )
}
