import type { ApiOutput } from '@/components/data/api-types'
import { dollars, tokens } from '@/components/evaluations/dollars'
import { Badge } from '@/components/ui/badge'

type Row = ApiOutput['leaderboard']['show']['boards'][number]['rows'][number]

/** That a row is a chat model behind an endpoint, and what it took on all suites. */
export function EndpointBadge({ endpoint }: { endpoint: NonNullable<Row['endpoint']> }) {
  const { name, repeats, promptTokens, completionTokens, cost } = endpoint
  const spent = `${tokens(promptTokens)} tokens read, ${tokens(completionTokens)} written`
  return (
    <Badge tone="accent" title={`Endpoint ${name}: ${spent}`}>
      endpoint{repeats > 1 && `, ${repeats} repeats`}, {tokens(promptTokens + completionTokens)} tokens
      {cost !== null && `, ${dollars(cost)}`}
    </Badge>
  )
}
