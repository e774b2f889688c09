import { isNumeric } from './markdown'
import type { Cell, PlainTable } from './plain-table'

/** A LaTeX table with the rules of the package booktabs. */
export function latexOf(table: PlainTable, caption: string): string {
  const { head, rows } = table
  const columns = head.map((_, column) => (isNumeric(rows, column) ? 'r' : 'l')).join('')
  const line = (cells: readonly Cell[]) => `${cells.map(latexCell).join(' & ')} \\\\`
  return [
    '% needs \\usepackage{booktabs}',
    '\\begin{table}',
    '\\centering',
    `\\caption{${latexCell(caption)}}`,
    `\\begin{tabular}{${columns}}`,
    '\\toprule',
    line(head),
    '\\midrule',
    ...rows.map(line),
    '\\bottomrule',
    '\\end{tabular}',
    '\\end{table}',
    '',
  ].join('\n')
}

const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '±': '$\\pm$',
  '−': '$-$',
  '–': '--',
  '×': '$\\times$',
  '<': '$<$',
  '>': '$>$',
  Δ: '$\\Delta$',
  '\u00a0': '~',
}

function latexCell(cell: Cell): string {
  if (cell === null) return '--'
  return String(cell).replace(/[\\~^±−–×<>Δ\u00a0&%$#_{}]/g, (character) => special[character] ?? `\\${character}`)
}
