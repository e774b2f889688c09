import { percent, points } from '@/components/ui/format'
import type { Cell, PlainTable } from '@/server/core/tables/plain-table'
import { type BoardRow, benchmarkMeasures, boardSplits, hasMeasures, scoreOn } from './board-row'

interface Measured {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** A board as a table for people: percent with 95 % intervals. */
export function boardTable(rows: readonly BoardRow[], outside: readonly string[]): PlainTable {
  const measures = measureColumns(rows, outside)
  return {
    head: [
      ...['Rank', 'Run', 'Turns, %', 'Tasks, %', ...boardSplits.map((split) => `${split}, %`)],
      ...[
        ...outside.map((suite) => `${suite}, %`),
        ...measures.map(({ head }) => `${head}, %`),
        'Gap, points',
        'Tasks',
        'Repeats',
        'Environment',
      ],
    ],
    rows: rows.map((row) => [
      ...[row.rank, `${row.run.name} #${row.run.id}`, told(row.inside.turn), told(row.inside.task)],
      ...boardSplits.map((split) => bare(row.inside.bySplit[split])),
      ...outside.map((suite) => told(turnOn(row, suite))),
      ...measures.map(({ of }) => told(of(row))),
      row.gap && `${points(row.gap.value)} [${ends(row.gap)}]`,
      ...[
        row.inside.tasks,
        row.inside.repeats,
        row.evaluationHash.slice(0, 8) + (row.differsOn.length > 0 ? ' (differs)' : ''),
      ],
    ]),
  }
}

/** The same as plain numbers, shares between 0 and 1, for programs. */
export function boardNumbers(rows: readonly BoardRow[], outside: readonly string[]): PlainTable {
  const measures = measureColumns(rows, outside)
  const measured = [
    'turn',
    'task',
    ...outside.map((suite) => `${suite}_turn`),
    'gap',
    ...measures.map(({ key }) => key),
  ]
  return {
    head: [
      ...['rank', 'run', 'name', ...measured.flatMap((name) => [name, `${name}_low`, `${name}_high`])],
      ...[...boardSplits.map((split) => `${split}_turn`), 'irrelevance', 'tasks', 'repeats', 'prompt_tokens'],
      ...['completion_tokens', 'cost_dollars', 'date', 'evaluation_hash', 'differs_on'],
    ],
    rows: rows.map((row): Cell[] => [
      ...[row.rank, row.run.id, row.run.name, ...numbers(row.inside.turn), ...numbers(row.inside.task)],
      ...[...outside.flatMap((suite) => numbers(turnOn(row, suite))), ...numbers(row.gap)],
      ...measures.flatMap(({ of }) => numbers(of(row))),
      ...boardSplits.map((split) => row.inside.bySplit[split] ?? null),
      ...[row.inside.irrelevance, row.inside.tasks, row.inside.repeats, row.endpoint?.promptTokens ?? null],
      ...[row.endpoint?.completionTokens ?? null, row.endpoint?.cost ?? null, row.date.toISOString()],
      ...[row.evaluationHash, row.differsOn.join(' ')],
    ]),
  }
}

/** Columns of benchmarks' own scores, on the board's suite and on those beside it. */
function measureColumns(rows: readonly BoardRow[], outside: readonly string[]) {
  const own = rows[0]?.inside.suite
  const suites = [...(own === undefined ? [] : [own]), ...outside].filter((suite) => hasMeasures(rows, suite))
  return suites.flatMap((suite) =>
    benchmarkMeasures.map(({ name, title }) => ({
      key: `${suite}_${name}`,
      head: `${suite} ${title}`,
      of: (row: BoardRow): Measured | null => {
        const measure = scoreOn(row, suite)?.measures?.[name]
        return measure ? { value: measure.value, low: measure.interval.low, high: measure.interval.high } : null
      },
    })),
  )
}

const turnOn = (row: BoardRow, suite: string): Measured | null => scoreOn(row, suite)?.turn ?? null

const numbers = (measured: Measured | null): Cell[] => [
  measured?.value ?? null,
  measured?.low ?? null,
  measured?.high ?? null,
]

/** Without the sign, which stands in the head. */
const bare = (share: number | undefined): Cell => (share === undefined ? null : percent(share).replace('\u00a0%', ''))
const ends = ({ low, high }: Measured) => [low, high].map((end) => (end * 100).toFixed(1).replace('-', '−')).join(', ')
const told = (measured: Measured | null): Cell => measured && `${bare(measured.value)} [${ends(measured)}]`
