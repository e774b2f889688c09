import { countOf } from '@/server/core/count-of'
import type { StateDifference } from '@/server/core/episodes/record'
import { domainNodes } from './domain-nodes'
import { splitDifferences } from './split-differences'
import { StateTreeView } from './state-tree-view'
import { WholeState } from './whole-state'

interface StateDifferencesProps {
  readonly episode: string
  readonly turn: number
  readonly differences: readonly StateDifference[]
  /** After the turn before. */
  readonly before: readonly StateDifference[]
}

/** Where the agent's state differs from the expected one after a turn; what was so before is folded. */
export function StateDifferences({ episode, turn, differences, before }: StateDifferencesProps) {
  const { fresh, kept } = splitDifferences(differences, before)
  return (
    <div className="grid min-w-0 gap-2">
      <h3 className="text-xs font-medium">
        State after this turn{' '}
        <span className="font-normal text-ink-faint">
          differs in {countOf(differences.length, 'attribute')}: − expected and missing, + there and not expected
        </span>
      </h3>
      {fresh.length > 0 && (
        <div className="min-w-0 rounded-md border border-line px-2.5 py-2">
          <StateTreeView nodes={domainNodes(fresh)} />
        </div>
      )}
      {kept.length > 0 && (
        <details className="text-xs">
          <summary className="w-fit cursor-pointer text-ink-soft hover:text-ink">
            {kept.length} as after the turn before: {kept.map(({ attribute }) => attribute).join(', ')}
          </summary>
          <div className="mt-1 min-w-0 rounded-md border border-line px-2.5 py-2">
            <StateTreeView nodes={domainNodes(kept)} />
          </div>
        </details>
      )}
      <WholeState episode={episode} turn={turn} />
    </div>
  )
}
