import { FlaskConical } from 'lucide-react'
import type { ApiOutput } from '@/components/data/api-types'
import { JobEstimate } from '@/components/jobs/job-estimate'
import { quantity } from '@/components/ui/format'
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

/** What an evaluation will play and roughly cost. */
export function EvaluationEstimate({ estimate, ...asked }: EvaluationEstimateProps) {
  const start = (
    <>
      <FlaskConical aria-hidden />
      {asked.launching ? 'Starting…' : 'Start the evaluation'}
    </>
  )
  return <JobEstimate {...asked} words={estimate ? <Words estimate={estimate} /> : null} start={start} />
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
        <strong className="font-semibold">{cost === null ? 'no price is known' : `about ${dollars(cost)}`}</strong>.
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
