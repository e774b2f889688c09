import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine, csvOf } from './csv'
import { latexOf } from './latex'
import { markdownOf } from './markdown'

const table = {
  head: ['Arm', 'Test turns, %', 'p'],
  rows: [
    ['hints_on | all', '45.2 ± 3.1', 0.012],
    ['binary & "off"', '−1.5 ± 0.2', null],
  ],
} as const

/** Reads one CSV line as RFC 4180 says. */
function readLine(line: string): string[] {
  const cells: string[] = []
  let rest = line.replace(/\r\n$/, '')
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest)
    const [whole, content = ''] = quoted ?? /^([^,]*)/.exec(rest) ?? ['']
    cells.push(quoted ? content.replaceAll('""', '"') : content)
    rest = rest.slice(whole.length)
    if (rest === '') return cells
    rest = rest.slice(1)
  }
}

describe('a table taken elsewhere', () => {
  it('as CSV keeps every text and number', () => {
    const text = fc.string().filter((value) => !/^[=+\-@\t\r]/.test(value))
    fc.assert(
      fc.property(fc.array(fc.oneof(text, fc.double()), { minLength: 1 }), (cells) => {
        const line = csvLine(cells)
        expect(line.endsWith('\r\n')).toBe(true)
        expect(readLine(line)).toEqual(cells.map(String))
      }),
    )
  })
  it('as CSV is no formula for a spreadsheet', () => {
    expect(csvLine(['=1+1', '@x', -1, '−1'])).toBe("'=1+1,'@x,-1,−1\r\n")
    expect(csvOf({ head: ['a'], rows: [[null]] })).toBe('a\r\n\r\n')
  })
  it('as Markdown stays a table whatever its cells hold', () => {
    expect(markdownOf(table)).toBe(
      '| Arm | Test turns, % | p |\n| --- | ---: | ---: |\n| hints\\_on \\| all | 45.2 ± 3.1 | 0.012 |\n| binary & "off" | −1.5 ± 0.2 | – |\n',
    )
  })
  it('as LaTeX escapes what LaTeX takes for its own', () => {
    const text = latexOf(table, '100 % of #1')
    expect(text).toContain('\\caption{100 \\% of \\#1}')
    expect(text).toContain('\\begin{tabular}{lrr}')
    expect(text).toContain('hints\\_on | all & 45.2 $\\pm$ 3.1 & 0.012 \\\\')
    expect(text).toContain('binary \\& "off" & $-$1.5 $\\pm$ 0.2 & -- \\\\')
  })
  it('aligns signed numbers and bounds like other numbers', () => {
    const signed = {
      head: ['Arm', 'Difference', 'p'],
      rows: [
        ['a', '+1.5', '< 0.0002'],
        ['b', '−0.3', '0.40'],
      ],
    }
    expect(latexOf(signed, '')).toContain('\\begin{tabular}{lrr}')
    expect(latexOf(signed, '')).toContain('a & +1.5 & $<$ 0.0002 \\\\')
    expect(markdownOf(signed)).toContain('| --- | ---: | ---: |')
  })
})
