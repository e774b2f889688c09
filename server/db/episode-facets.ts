import type { FacetCount } from '@/server/core/episodes/facets'
import { askBounded } from './ask-bounded'
import { type EpisodeSet, episodeConditions } from './episode-list'

interface Facets {
  /** Episodes that were looked at: all that match, or `most`. */
  readonly counted: number
  readonly counts: readonly FacetCount[]
}

/** How many of the episodes have each value of each facet; `most` of them at most are looked at. */
export async function countFacets(set: EpisodeSet, most: number): Promise<Facets> {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const where = episodeConditions(set, bind)
  const rows = await askBounded<{ field: FacetCount['field'] | 'all'; value: string | null; count: number }>(
    `with found as materialized (
       select case when e.invalid is not null then 'invalid' when e.success then 'succeeded' else 'failed' end outcome,
              e.stage, e.split, e.partition, e.kind, e.failing_turn failing, e.domains, e.error_codes codes,
              e.hint_rules rules
         from episodes e where ${where} limit ${bind(most)})
     ${facetSql.join(' union all ')}`,
    values,
  )
  return {
    counted: rows.find(({ field }) => field === 'all')?.count ?? 0,
    counts: rows.flatMap(({ field, value, count }) =>
      field === 'all' || value === null ? [] : { field, value, count },
    ),
  }
}

/** Grouped as it is stored, and written as the filter says it once for each value. */
const single = (field: string, stored: string, written = stored) =>
  `select '${field}', ${written}, count(*)::int from found group by ${stored}`
/** Unfolded row by row in the select: as a function that is joined it would take four times as long. */
const several = (field: string, items: string) =>
  `select '${field}', item, count(*)::int
     from (select unnest(${items}) item from found where ${items} <> '{}') items group by item`

const facetSql = [
  `select 'all' as field, '' as value, count(*)::int as count from found`,
  single('outcome', 'outcome'),
  single('stage', 'stage', `coalesce((stage + 1)::text, 'none')`),
  single('split', 'split'),
  single('partition', 'partition'),
  single('kind', 'kind', 'kind::text'),
  single('failing-turn', 'failing', '(failing + 1)::text'),
  several('domain', 'domains'),
  several('code', 'codes'),
  several('rule', 'rules'),
]
