import type { StateDifference } from '@/server/core/episodes/record'
import { type StateNode, stateTree } from './state-tree'

/** Differing attributes below their domains. */
export function domainNodes(differences: readonly StateDifference[]): StateNode[] {
  return [...new Set(differences.map(({ domain }) => domain))].map((domain) => ({
    ...{ key: domain, look: 'inside', expected: undefined, actual: undefined },
    children: differences
      .filter((difference) => difference.domain === domain)
      .map(({ attribute, expected, actual }) => stateTree(attribute, expected, actual)),
  }))
}
