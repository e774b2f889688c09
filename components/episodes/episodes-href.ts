import { writeColumns } from '@/components/runs/chosen-columns'
import type { EpisodeSort } from '@/server/core/episodes/episode-sorts'
import { episodeFields } from '@/server/core/filter/episode-fields'
import { formatFilter } from '@/server/core/filter/format-filter'
import { parseFilter } from '@/server/core/filter/parse-filter'
import { type EpisodeColumnName, usualEpisodeColumns } from './episode-column-names'
import { type PlainFilters, plainFilter } from './plain-filters'

/** The episode list as its URL says it: `?q=run+%3D+12+code+%3D+not_logged_in&sort=-reward&cols=…&after=…`. */
export interface EpisodesViewState {
  /** In the filter language. */
  readonly filter: string
  readonly sort: EpisodeSort
  readonly reverse: boolean
  /** Beside the rows, how often each value occurs. */
  readonly facets: boolean
  /** Beside the task itself, in their order. */
  readonly columns: readonly EpisodeColumnName[]
  readonly after: string | null
}

/** Both hold. A filter that says “or”, or that cannot be read, keeps together. */
export function joined(plain: string, written: string): string {
  if (plain === '' || written.trim() === '') return plain || written
  const { node } = parseFilter(written, episodeFields)
  return node && node.kind !== 'any' ? `${plain} and ${formatFilter(node, episodeFields)}` : `${plain} and (${written})`
}

export type EpisodesLink = Partial<EpisodesViewState> & PlainFilters

/** The URL of a view; what is not set is left out so that addresses stay short. */
export function episodesHref(link: EpisodesLink): string {
  const text = episodesQuery(link)
  return text ? `/episodes?${text}` : '/episodes'
}

/** The URL of an episode that is read as one of a list: the list's neighbours are a key away. */
export function episodeHref(id: string, link: EpisodesLink): string {
  const text = episodesQuery({ ...link, after: null })
  return text ? `/episodes/${id}?${text}` : `/episodes/${id}`
}

/** The query of a view without its question mark. */
export function episodesQuery(link: EpisodesLink): string {
  const query = new URLSearchParams()
  const filter = joined(plainFilter(link), link.filter ?? '')
  if (filter) query.set('q', filter)
  const sort = link.sort ?? 'newest'
  if (sort !== 'newest' || link.reverse) query.set('sort', `${link.reverse ? '-' : ''}${sort}`)
  if (link.facets) query.set('counts', 'on')
  const columns = link.columns && writeColumns(link.columns, usualEpisodeColumns)
  if (columns) query.set('cols', columns)
  if (link.after) query.set('after', link.after)
  return query.toString()
}
