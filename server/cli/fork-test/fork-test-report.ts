import type { ForkComparison, ForkEffect } from '@/server/core/fork-tests/effects'
import type { getForkTest } from '@/server/services/fork-tests/get-fork-test'

type ForkTest = Awaited<ReturnType<typeof getForkTest>>

/** A fork test's outcome as scripts read it: what the lots say, and apart from it what the ledger observed. */
export function forkTestReport(test: ForkTest) {
  const { id, runId, status, statusReason, target, player, seed, repeats, population, cost } = test
  const named = ({ first, second, ...rest }: ForkComparison) => ({
    ...{ arm: test.arms[first], against: test.arms[second] },
    ...{ forks: rest.forks, dialogues: rest.dialogues },
    recovered: figures(rest.effects.recovered),
    turn: figures(rest.effects.turnOk),
  })
  return {
    ...{ forkTest: id, run: runId, status, reason: statusReason, target, player, seed, repeats, population },
    forks: { total: test.total, done: test.done, skipped: test.skipped },
    causal: {
      all: test.comparisons.map(named),
      byRule: test.byRule.map(({ rule, ...comparison }) => ({ rule, ...named(comparison) })),
    },
    observational: test.observed.map(({ rule, recoveredWhenShown, recoveredOtherwise, turns }) => ({
      ...{ rule, recoveredWhenShown, recoveredOtherwise },
      turn: { shown: turns.withHint, otherwise: turns.without, difference: turns.difference },
    })),
    tokens: { input: test.promptTokens, output: test.completionTokens },
    cost,
  }
}

const figures = ({ first, second, difference, interval }: ForkEffect) => ({
  ...{ with: first.value, against: second.value, difference },
  low: interval?.low ?? null,
  high: interval?.high ?? null,
})

/** The same for people. */
export function forkTestText(test: ForkTest): string {
  const { id, runId, status, statusReason, total, done, skipped, arms } = test
  const line = (name: string, { first, second, forks, dialogues, effects }: ForkComparison) =>
    `  ${name}: ${arms[first]} against ${arms[second]}, ${forks} forks of ${dialogues} dialogues\n` +
    `    recovered ${effectText(effects.recovered)}\n    turn right ${effectText(effects.turnOk)}`
  return [
    `Fork test ${id} of run #${runId}: ${status}${statusReason ? `. ${statusReason}` : ''}`,
    `  ${done} of ${total} forks played${skipped > 0 ? `, ${skipped} cannot be played on from` : ''}`,
    ...test.comparisons.map((comparison) => line('all', comparison)),
    ...test.byRule.map(({ rule, ...comparison }) => line(rule ?? 'no rule matches', comparison)),
  ].join('\n')
}

function effectText({ first, second, difference, interval }: ForkEffect): string {
  const ends = interval ? ` [${points(interval.low)}, ${points(interval.high)}]` : ''
  return `${percent(first.value)} against ${percent(second.value)}: ${points(difference)} points${ends}`
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
const points = (difference: number): string => `${difference > 0 ? '+' : ''}${(100 * difference).toFixed(1)}`
