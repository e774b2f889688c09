import type { Cell, PlainTable } from './plain-table'

/** A Markdown table; columns of numbers are aligned to the right. */
export function markdownOf({ head, rows }: PlainTable): string {
  const rule = head.map((_, column) => (isNumeric(rows, column) ? '---:' : '---'))
  return [head, rule, ...rows].map((cells) => `| ${cells.map(markdownCell).join(' | ')} |\n`).join('')
}

const markdownCell = (cell: Cell): string =>
  cell === null
    ? '–'
    : String(cell)
        .replace(/\s+/g, ' ')
        .replace(/[\\|*_`<]/g, '\\$&')

/** Numbers, and text that begins with one, such as `45.2 ± 3.1`, `+1.5` or `< 0.01`. */
export const isNumeric = (rows: PlainTable['rows'], column: number): boolean => {
  const cells = rows.map((row) => row[column] ?? null).filter((cell) => cell !== null)
  return cells.length > 0 && cells.every((cell) => typeof cell === 'number' || /^(< )?[+−-]?\d/.test(cell))
}
