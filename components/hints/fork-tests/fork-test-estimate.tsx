import { GitFork } from 'lucide-react'
import type { ApiOutput } from '@/components/data/api-types'
import { dollars, tokens } from '@/components/evaluations/dollars'
import { Button } from '@/components/ui/button'
import { quantity } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/states'

type Estimate = ApiOutput['forkTests']['estimate']

interface ForkTestEstimateProps {
  readonly estimate: Estimate | undefined
  readonly pending: boolean
  readonly launching: boolean
  readonly problem: string | null
}

/** What will be played and what it will roughly cost, said before it begins. */
export function ForkTestEstimate({ estimate, pending, launching, problem }: ForkTestEstimateProps) {
  return (
    <Panel title="What will happen" className="self-start lg:sticky lg:top-16">
      {estimate ? (
        <Words estimate={estimate} />
      ) : pending ? (
        <Skeleton className="h-12" />
      ) : (
        <p className="text-ink-soft">Say which failing calls to see what they take.</p>
      )}
      <Button type="submit" look="primary" disabled={launching} className="mt-4 w-full">
        <GitFork aria-hidden />
        {launching ? 'Starting…' : 'Start the fork test'}
      </Button>
      {problem && (
        <p role="alert" className="mt-2 text-xs text-bad">
          {problem}
        </p>
      )}
    </Panel>
  )
}

function Words({ estimate }: { estimate: Estimate }) {
  const { population, forks, tasks, arms, repeats, turns, player, cost } = estimate
  return (
    <div className="grid gap-2 text-ink-soft">
      <p>
        <span className="font-medium text-ink">{quantity(forks)}</span> of {quantity(population)} failing calls in{' '}
        {quantity(tasks)} tasks, each under {arms.length} arms ({arms.join(', ')}), {repeats}{' '}
        {repeats === 1 ? 'time' : 'times'}:
      </p>
      <p className="text-base font-semibold text-ink tabular-nums">{quantity(turns)} turns played on</p>
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
