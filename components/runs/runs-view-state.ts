import { z } from 'zod'
import { readIdList, writeIdList } from '@/server/core/groups/id-list'
import { type RunSort, runSorts } from '@/server/core/runs/run-sorts'
import { readColumns, writeColumns } from './chosen-columns'
import { type RunColumnName, runColumnNames, usualColumns } from './run-column-names'

/** The runs table as its URL says it: `?q=status+%3D+failed&sort=-test&cols=…&by=arm&sel=3-5&after=…`. */
export interface RunsViewState {
  /** In the filter language. */
  readonly filter: string
  readonly sort: RunSort
  readonly reverse: boolean
  /** Beside the run itself, in their order. */
  readonly columns: readonly RunColumnName[]
  /** Grouped by all but the seed. */
  readonly grouped: boolean
  readonly selected: readonly number[]
  readonly after: string | null
}

type Query = Readonly<Record<string, string | string[] | undefined>>
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''

/** Reads the URL; what it does not understand it leaves out. */
export function readRunsView(query: Query): RunsViewState {
  const sort = one(query.sort)
  const name = z.enum(runSorts).safeParse(sort.replace(/^-/, ''))
  return {
    filter: one(query.q).slice(0, 2000),
    sort: name.success ? name.data : 'newest',
    reverse: name.success && sort.startsWith('-'),
    columns: readColumns(one(query.cols), runColumnNames, usualColumns),
    grouped: one(query.by) === 'arm',
    selected: readIdList(one(query.sel)) ?? [],
    after: one(query.after) || null,
  }
}

/** The query of a view without its question mark; defaults are left out so that addresses stay short. */
export function runsViewQuery(view: RunsViewState): string {
  const query = new URLSearchParams()
  if (view.filter) query.set('q', view.filter)
  if (view.sort !== 'newest' || view.reverse) query.set('sort', `${view.reverse ? '-' : ''}${view.sort}`)
  const columns = writeColumns(view.columns, usualColumns)
  if (columns) query.set('cols', columns)
  if (view.grouped) query.set('by', 'arm')
  if (view.selected.length > 0) query.set('sel', writeIdList(view.selected))
  if (view.after) query.set('after', view.after)
  return query.toString()
}

export function runsViewHref(view: RunsViewState): string {
  const text = runsViewQuery(view)
  return text ? `/?${text}` : '/'
}

/** What the view shows, without where one stands in it: for saved views and exports. */
export const keptQuery = (view: RunsViewState): string => runsViewQuery({ ...view, selected: [], after: null })
