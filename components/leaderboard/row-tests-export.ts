import { points } from '@/components/ui/format'
import { pText } from '@/server/core/compare/paper-table'
import type { PlainTable } from '@/server/core/tables/plain-table'
import type { ComparedRows } from './row-tests-table'

type Compared = Pick<ComparedRows, 'first' | 'second' | 'tests'>

/** The paired tests for people: percent, differences in points. */
export function rowTestsTable({ first, second, tests }: Compared): PlainTable {
  return {
    head: ['Suite', 'Measure', 'Tasks', `#${first.id}, %`, `#${second.id}, %`, 'Difference', 'Test', 'p', 'p (Holm)'],
    rows: tests.map((test) => [
      ...[test.suite, test.measure, test.tasks, inPercent(test.first), inPercent(test.second)],
      `${points(test.difference)} [${inPercent(test.low)}, ${inPercent(test.high)}]`,
      ...[test.test, pText(test.pValue), pText(test.adjusted)],
    ]),
  }
}

/** The same as plain numbers, shares between 0 and 1, for programs. */
export function rowTestsNumbers({ first, second, tests }: Compared): PlainTable {
  return {
    head: [
      ...['first_run', 'second_run', 'suite', 'measure', 'tasks', 'first', 'second', 'difference', 'low', 'high'],
      ...['better', 'worse', 'test', 'p', 'p_holm'],
    ],
    rows: tests.map((test) => [
      ...[first.id, second.id, test.suite, test.measure, test.tasks, test.first, test.second, test.difference],
      ...[test.low, test.high, test.better, test.worse, test.test, test.pValue, test.adjusted],
    ]),
  }
}

const inPercent = (share: number) => (share * 100).toFixed(1).replace('-', '−')
