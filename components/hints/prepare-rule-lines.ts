import type { ApiOutput } from '@/components/data/api-types'

type RuleStep = ApiOutput['hints']['rule']['steps'][number]

type Points = readonly (readonly [step: number, value: number])[]

/** Counts of a rule over steps, and the shares recovered where there was something to recover from. */
export function prepareRuleLines(steps: readonly RuleStep[]): {
  readonly failures: Points
  readonly shown: Points
  readonly recoveredWith: Points
  readonly recoveredWithout: Points
} {
  return {
    failures: steps.map(({ step, failures }) => [step, failures]),
    shown: steps.map(({ step, shown }) => [step, shown]),
    recoveredWith: steps
      .filter(({ shown }) => shown > 0)
      .map(({ step, shown, recoveredWhenShown }) => [step, recoveredWhenShown / shown]),
    recoveredWithout: steps
      .filter(({ failures, shown }) => failures > shown)
      .map(({ step, failures, shown, recovered, recoveredWhenShown }) => [
        step,
        (recovered - recoveredWhenShown) / (failures - shown),
      ]),
  }
}
