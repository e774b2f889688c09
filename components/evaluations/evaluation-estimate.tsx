import { FlaskConical } from 'lucide-react'
import type { ApiOutput } from '@/components/data/api-types'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { quantity } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/states'
import { dollars, tokens } from './dollars'

type Estimate = ApiOutput['evaluations']['estimate']

interface EvaluationEstimateProps {
  readonly estimate: Estimate | undefined
  readonly pending: boolean
  /** What is missing before there is an estimate. */
  readonly unasked: string
  readonly launching: boolean
  readonly problem: string | null
}

/** What will be played and what it will roughly cost, said before it begins. */
export function EvaluationEstimate({ estimate, pending, unasked, launching, problem }: EvaluationEstimateProps) {
  return (
    <Panel title="What will happen" className="self-start lg:sticky lg:top-16">
      {estimate ? (
        <div aria-busy={pending} className={cn('transition-opacity', pending && 'opacity-50')}>
          <Words estimate={estimate} />
        </div>
      ) : pending ? (
        <Skeleton className="h-12" />
      ) : (
        <p className="text-ink-soft">{unasked}</p>
      )}
      <Button type="submit" look="primary" disabled={launching} className="mt-4 w-full">
        <FlaskConical aria-hidden />
        {launching ? 'Starting…' : 'Start the evaluation'}
      </Button>
      {problem && (
        <p role="alert" className="mt-2 text-xs text-bad">
          {problem}
        </p>
      )}
    </Panel>
  )
}

function Words({ estimate: { suites, plays, promptTokens, completionTokens, cost } }: { estimate: Estimate }) {
  const measured = suites.filter((suite) => suite.measured).length
  return (
    <div className="grid gap-2">
      <p>
        <strong className="font-semibold">{quantity(plays)} plays</strong> of{' '}
        {suites.length === 1 ? 'one suite' : `${suites.length} suites`}, under the benchmark’s rules with standard
        feedback.
      </p>
      <p>
        About {tokens(promptTokens)} tokens read and {tokens(completionTokens)} written:{' '}
        <strong className="font-semibold">
          {cost === null ? 'the endpoint has no price' : `about ${dollars(cost)}`}
        </strong>
        .
      </p>
      <p className="text-xs text-ink-faint">
        {measured === suites.length
          ? 'By what these suites took before.'
          : measured === 0
            ? 'By the length of the tasks; a model that thinks or errs takes more.'
            : 'By what these suites took before, where one was played; else by the length of the tasks.'}
      </p>
    </div>
  )
}
