import { describe, expect, it } from 'vitest'
import { boardNumbers, boardTable } from './board-export'
import { allTestEpisodesHref, type BoardRow, testEpisodesHref } from './board-row'

const measured = (value: number) => ({ value, low: value - 0.1, high: value + 0.1 })
const score = (suite: string, value: number) => ({
  ...{ suite, tasks: 40, repeats: 2, step: 86, turn: measured(value), task: measured(value / 2) },
  ...{ wellFormed: 1, irrelevance: 0.25, bySplit: { base: value }, measures: null },
})
const row: BoardRow = {
  ...{ kind: 'run', model: null, tags: [], path: [], checkpoint: null },
  ...{ rank: 1, run: { id: 7, name: 'good | run', seed: 0 }, hints: null, reward: 'stage', credit: 'tree' },
  ...{ curriculum: null, inside: score('starter', 0.5), outside: [score('other', 0.4)], gap: measured(0.1) },
  endpoint: { name: 'lab', repeats: 2, promptTokens: 10, completionTokens: 5, cost: null },
  ...{ date: new Date('2026-11-20T12:00:00Z'), evaluationHash: 'abcdef0123456789', differsOn: ['starter'] },
}
const alone: BoardRow = { ...row, run: { ...row.run, id: 8 }, outside: [], gap: null, endpoint: null, differsOn: [] }

describe('a board taken elsewhere', () => {
  it('has for people percent with intervals, repeats, and a mark where rows are not comparable', () => {
    const { head, rows } = boardTable([row, alone], ['other'])
    const cell = (line: number, name: string) => rows[line]?.[head.indexOf(name)]
    expect(cell(0, 'Turns, %')).toBe('50.0 [40.0, 60.0]')
    expect(cell(0, 'other, %')).toBe('40.0 [30.0, 50.0]')
    expect(cell(0, 'Gap, points')).toBe('+10.0 [0.0, 20.0]')
    expect(cell(0, 'Environment')).toBe('abcdef01 (differs)')
    expect([cell(0, 'Repeats'), cell(1, 'other, %'), cell(1, 'Gap, points')]).toEqual([2, null, null])
  })
  it('has for programs every number as it is, one cell a column', () => {
    const { head, rows } = boardNumbers([row, alone], ['other'])
    const cell = (line: number, name: string) => rows[line]?.[head.indexOf(name)]
    for (const line of rows) expect(line).toHaveLength(head.length)
    expect(['turn', 'turn_low', 'base_turn', 'cost_dollars'].map((name) => cell(0, name))).toEqual([
      0.5,
      0.4,
      0.5,
      null,
    ])
    expect([cell(0, 'other_turn'), cell(1, 'other_turn'), cell(1, 'prompt_tokens')]).toEqual([0.4, null, null])
  })
  it('has a benchmark’s own scores under their names there', () => {
    const scored = (value: number) => ({
      value,
      interval: { low: 0, high: 1, method: 'Wilson over dialogues' as const },
    })
    const measures = { end_to_end_accuracy: scored(0.4), process_accuracy: scored(0.6), strict_accuracy: scored(0.2) }
    const judged = { ...row, outside: [{ ...score('ace', 0.4), measures }] }
    const { head, rows } = boardNumbers([judged, alone], ['ace'])
    const cell = (line: number, name: string) => rows[line]?.[head.indexOf(name)]
    expect(['ace_process_accuracy', 'ace_strict_accuracy_high'].map((name) => cell(0, name))).toEqual([0.6, 1])
    expect(cell(1, 'ace_strict_accuracy')).toBeNull()
    expect(boardTable([judged], ['ace']).head).toContain('ace process accuracy, %')
    expect(boardTable([judged], []).head.join()).not.toContain('ace')
  })
})

describe('a score on the board', () => {
  it('opens exactly the episodes that it was made of', () => {
    const filter = (href: string) => new URL(href, 'http://here').searchParams.get('q')
    expect(filter(testEpisodesHref(7, row.inside, { split: 'base' }))).toBe(
      'run = 7 and step = 86 and partition = test and split = base and suite = starter and valid = yes',
    )
    expect(filter(allTestEpisodesHref(row))).toBe('run = 7 and step = 86 and partition = test and valid = yes')
  })
})
