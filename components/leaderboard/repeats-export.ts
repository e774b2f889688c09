import type { PlainTable } from '@/server/core/tables/plain-table'
import type { RepeatedRow } from './repeats-table'

/** The table of several attempts, percent, for people. */
export function repeatsTable(rows: readonly RepeatedRow[]): PlainTable {
  return {
    head: ['Run', 'Suite', 'Temperature', 'Tasks', 'Repeats', 'k', 'pass@k, %', 'pass^k, %'],
    rows: rows.flatMap((row) =>
      row.curve.map(({ k, any, all }) => [
        ...[`${row.run.name} #${row.run.id}`, row.suite, row.temperature, row.tasks, row.repeats, k],
        ...[any, all].map(
          ({ value, interval }) => `${inPercent(value)} [${inPercent(interval.low)}, ${inPercent(interval.high)}]`,
        ),
      ]),
    ),
  }
}

/** The same as plain numbers, shares between 0 and 1, for programs. */
export function repeatsNumbers(rows: readonly RepeatedRow[]): PlainTable {
  return {
    head: [
      ...['run', 'name', 'suite', 'temperature', 'tasks', 'repeats', 'k'],
      ...['pass_at_k', 'pass_at_k_low', 'pass_at_k_high', 'pass_all_k', 'pass_all_k_low', 'pass_all_k_high'],
    ],
    rows: rows.flatMap((row) =>
      row.curve.map(({ k, any, all }) => [
        ...[row.run.id, row.run.name, row.suite, row.temperature, row.tasks, row.repeats, k],
        ...[any, all].flatMap(({ value, interval }) => [value, interval.low, interval.high]),
      ]),
    ),
  }
}

const inPercent = (share: number) => (share * 100).toFixed(1)
