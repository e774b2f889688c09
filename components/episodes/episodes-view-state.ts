import { z } from 'zod'
import { readColumns } from '@/components/runs/chosen-columns'
import { episodeSorts } from '@/server/core/episodes/episode-sorts'
import { episodeColumnNames, usualEpisodeColumns } from './episode-column-names'
import { type EpisodesViewState, joined } from './episodes-href'
import { plainFilter } from './plain-filters'
import { readPlainFilters } from './read-plain-filters'

export { type EpisodesLink, type EpisodesViewState, episodeHref, episodesHref, episodesQuery } from './episodes-href'

type Query = Readonly<Record<string, string | string[] | undefined>>
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''

/** What orders were called in addresses before. */
const formerSorts = new Map([
  ['oldest', '-newest'],
  ['reward-high', 'reward'],
  ['reward-low', '-reward'],
])
const mostFilter = 2000

/** Reads the URL; what it does not understand it leaves out. Single filters, as other pages write them, are joined. */
export function readEpisodesView(query: Query): EpisodesViewState {
  const written = one(query.q).replaceAll('\0', '').slice(0, mostFilter)
  const plain = plainFilter(readPlainFilters((name) => one(query[name])))
  const sort = formerSorts.get(one(query.sort)) ?? one(query.sort)
  const known = z.enum(episodeSorts).safeParse(sort.replace(/^-/, ''))
  return {
    filter: joined(plain, written),
    sort: known.success ? known.data : 'newest',
    reverse: known.success && sort.startsWith('-'),
    facets: one(query.counts) === 'on',
    columns: readColumns(one(query.cols), episodeColumnNames, usualEpisodeColumns),
    after: one(query.after).slice(0, 300) || null,
  }
}

export const noFilters: EpisodesViewState = readEpisodesView({})

/** The same view on its first page without any filter. */
export const withoutFilters = (view: EpisodesViewState): EpisodesViewState => ({ ...view, filter: '', after: null })

export const isFiltered = (view: EpisodesViewState): boolean => view.filter.trim() !== ''
