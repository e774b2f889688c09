import type { PlainTable } from '@/server/core/tables/plain-table'

export interface PublishedScore {
  readonly model: string
  readonly method: string
  readonly suite: string
  readonly column: string
  /** Percent. */
  readonly score: number
}

export interface PublishedTable {
  readonly suite: string
  readonly columns: readonly string[]
  /** Scores in the order of the columns; null where the paper has none. */
  readonly rows: readonly {
    readonly model: string
    readonly method: string
    readonly scores: readonly (number | null)[]
  }[]
}

/** Turns single published scores into one table a suite, columns and rows in the order in which they first occur. */
export function publishedTables(scores: readonly PublishedScore[]): PublishedTable[] {
  return unique(scores.map(({ suite }) => suite)).map((suite) => {
    const own = scores.filter((score) => score.suite === suite)
    const columns = unique(own.map(({ column }) => column))
    const models = unique(own.map(({ model, method }) => JSON.stringify([model, method])))
    const rows = models.map((key) => {
      const [model = '', method = ''] = JSON.parse(key) as string[]
      const scoreOf = (column: string) =>
        own.find((score) => score.model === model && score.method === method && score.column === column)?.score ?? null
      return { model, method, scores: columns.map(scoreOf) }
    })
    return { suite, columns, rows }
  })
}

/** The table to be taken elsewhere, scores in percent. */
export const publishedPlain = ({ columns, rows }: PublishedTable): PlainTable => ({
  head: ['Model', 'Method', ...columns],
  rows: rows.map(({ model, method, scores }) => [model, method, ...scores]),
})

const unique = (values: readonly string[]): string[] => [...new Set(values)]
