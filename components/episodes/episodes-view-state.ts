import { z } from 'zod'
import { partitions, splits } from '@/server/core/tasks/task'

const kinds = ['episode', 'branch'] as const
const sorts = ['newest', 'oldest', 'reward-high', 'reward-low'] as const

// The widths of the database's columns.
const whole = z.coerce
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 1)
/** Counted from 1 in the URL and on the page, from 0 inside. */
const counted = z.coerce
  .number()
  .int()
  .min(1)
  .max(32_768)
  .transform((number) => number - 1)
const reward = z
  .string()
  .regex(/^-?\d{1,9}(\.\d{1,20})?(e-\d{1,2})?$/)
  .transform(Number)
const word = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((text) => !text.includes('\0'))
const truth = z.enum(['true', 'false']).transform((text) => text === 'true')

/** How each filter is read from the URL. */
const filters = {
  run: whole.refine((id) => id > 0),
  kind: z.enum(kinds),
  partition: z.enum(partitions),
  stage: counted,
  fromStep: whole,
  toStep: whole,
  split: z.enum(splits),
  suite: word(200),
  task: word(200),
  domain: word(100),
  success: truth,
  rewardMin: reward,
  rewardMax: reward,
  turn: counted,
  failingTurn: counted,
  code: word(100),
  rule: word(200),
  recovered: truth,
  formatErrors: truth,
  group: word(300),
} as const

type Filters = { readonly [Name in keyof typeof filters]: z.infer<(typeof filters)[Name]> | null }
export type EpisodeFilterName = keyof Filters

/** The episode list as its URL says it. Stages and turns are indices from 0; null: not filtered. */
export interface EpisodesViewState extends Filters {
  readonly sort: (typeof sorts)[number]
  readonly after: string | null
}

type Query = Readonly<Record<string, string | string[] | undefined>>
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''
const names = Object.keys(filters) as EpisodeFilterName[]

/** Reads the URL; what it does not understand it leaves out. */
export function readEpisodesView(query: Query): EpisodesViewState {
  const read = Object.fromEntries(
    names.map((name) => [
      name,
      one(query[name]) === '' ? null : (filters[name].safeParse(one(query[name])).data ?? null),
    ]),
  ) as unknown as Filters
  const sort = z.enum(sorts).safeParse(one(query.sort))
  return { ...read, sort: sort.success ? sort.data : 'newest', after: one(query.after).slice(0, 300) || null }
}

export const noFilters: EpisodesViewState = readEpisodesView({})

/** The same view on its first page without any filter. */
export const withoutFilters = ({ sort }: EpisodesViewState): EpisodesViewState => ({ ...noFilters, sort })

export const isFiltered = (view: EpisodesViewState): boolean => names.some((name) => view[name] !== null)

/** The URL of a view; what is not set is left out so that addresses stay short. */
export function episodesHref(view: Partial<EpisodesViewState>): string {
  const text = queryOf(view)
  return text ? `/episodes?${text}` : '/episodes'
}

/** The URL of an episode that is read as one of a list: the list's neighbours are a key away. */
export function episodeHref(id: string, view: Partial<EpisodesViewState>): string {
  const text = queryOf({ ...view, after: null })
  return text ? `/episodes/${id}?${text}` : `/episodes/${id}`
}

function queryOf(view: Partial<EpisodesViewState>): string {
  const query = new URLSearchParams()
  for (const name of names) {
    const value = view[name]
    if (value === null || value === undefined) continue
    const isCounted = name === 'stage' || name === 'turn' || name === 'failingTurn'
    query.set(name, isCounted ? String(Number(value) + 1) : String(value))
  }
  if (view.sort && view.sort !== 'newest') query.set('sort', view.sort)
  if (view.after) query.set('after', view.after)
  return query.toString()
}
