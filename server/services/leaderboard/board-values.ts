import { boardFields } from '@/server/core/filter/board-fields'
import type { PublishedScoreRow } from '@/server/db/leaderboard'
import { boardFilterRow, publishedFilterRow } from './board-filter-row'
import type { MeasuredRow } from './board-row'

const most = 200

/** Values that occur in the rows, by the name of their field; hashes as they are shown. */
export function boardValues(
  rows: readonly MeasuredRow[],
  published: readonly PublishedScoreRow[],
): Readonly<Record<string, readonly string[]>> {
  const all = [...rows.map((row) => boardFilterRow(row, true)), ...published.map(publishedFilterRow)]
  const names = boardFields.fields.filter(({ suggests }) => suggests).map(({ name }) => name)
  return Object.fromEntries(
    names.map((name) => {
      const texts = all.flatMap(({ field }) => {
        const content = field(name)
        if (name === 'hash' && Array.isArray(content)) return content.slice(1)
        return typeof content === 'string' || Array.isArray(content) ? content : []
      })
      return [name, [...new Set(texts)].sort().slice(0, most)]
    }),
  )
}
