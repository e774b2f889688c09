/** What the episode list counts beside its rows, in the order of the panel; each is a field of the filter. */
export const facetFields = [
  'outcome',
  'stage',
  'split',
  'partition',
  'kind',
  'domain',
  'failing-turn',
  'code',
  'rule',
] as const
export type FacetField = (typeof facetFields)[number]

export interface FacetCount {
  readonly field: FacetField
  /** As the filter says it. */
  readonly value: string
  readonly count: number
}
