import { type ArmComparison, type ArmOutcome, compareArms } from '@/server/core/compare/paired-arms'
import type { PaperMeasure } from '@/server/core/compare/paper-table'
import { holm } from '@/server/core/evaluation/holm'
import { commonStart, nameWithoutSeed } from '@/server/core/groups/arm-name'
import { meanOverSeeds, type SeedMean } from '@/server/core/groups/mean-over-seeds'
import { Rng } from '@/server/core/rng'
import type { ComparedRunRow } from '@/server/db/compare-runs'
import { type ArmOfRuns, armsOfRuns } from '@/server/services/compare/arms-of-runs'
import { type Selection, selectedRuns } from '@/server/services/compare/run-selection'
import { type MeasuredOutcome, measuredOutcomes } from './measured-outcomes'

export interface GroupArm extends ArmOfRuns {
  readonly seeds: readonly number[]
  /** Runs whose final evaluation is in: the means are theirs alone. */
  readonly measured: number
  readonly means: Readonly<Record<PaperMeasure, SeedMean | null>>
}

/** Two arms on the same tasks. */
export interface ArmPair extends ArmComparison {
  /** Keys of the arms. */
  readonly first: string
  readonly second: string
  readonly tasksOf: 'in distribution' | 'out of distribution'
  readonly measure: 'turns' | 'tasks'
  /** The chance corrected for testing all pairs of this kind (Holm). */
  readonly adjusted: number
}

export interface Group {
  readonly title: string
  readonly runs: readonly ComparedRunRow[]
  readonly arms: readonly GroupArm[]
  readonly pairs: readonly ArmPair[]
}

/** Comparing more arms with each other is neither readable nor quick; then each is compared with the first alone. */
const mostForAllPairs = 5

/** Several trainings by arm: means over seeds, and paired tests between the arms. */
export async function showGroup(selection: Selection): Promise<Group> {
  const runs = await selectedRuns(selection)
  const arms = await armsOfRuns(runs)
  const outcomes = await measuredOutcomes(runs.map(({ id, seed }) => ({ id, seed })))
  const titles = new Set(runs.map(({ name }) => nameWithoutSeed(name)))
  return {
    title: titles.size === 1 ? ([...titles][0] ?? '') : (commonStart([...titles]) ?? `${runs.length} runs`),
    runs,
    arms: arms.map((arm) => armWithMeans(arm, runs, outcomes)),
    pairs: kinds.flatMap((kind) => pairsOf(arms, outcomes, kind)),
  }
}

const kinds = (['in distribution', 'out of distribution'] as const).flatMap((tasksOf) =>
  (['turns', 'tasks'] as const).map((measure) => ({ tasksOf, measure })),
)

/** What a run shows before its final evaluation is another point of its training: it is no part of the means. */
function armWithMeans(arm: ArmOfRuns, runs: readonly ComparedRunRow[], outcomes: readonly MeasuredOutcome[]): GroupArm {
  const own = runs.filter(({ id }) => arm.runs.includes(id))
  const measured = (outside: boolean) => {
    const ids = new Set(outcomes.filter((one) => one.outOfDistribution === outside).map(({ run }) => run))
    return own.filter(({ id }) => ids.has(id))
  }
  const [inside, outside] = [measured(false), measured(true)]
  const mean = (of: readonly ComparedRunRow[], value: (run: ComparedRunRow) => number | null) =>
    meanOverSeeds(of.flatMap((run) => value(run) ?? []))
  const gap = ({ testTurn, oodTurn }: ComparedRunRow) =>
    testTurn === null || oodTurn === null ? null : testTurn - oodTurn
  return {
    ...arm,
    seeds: own.map(({ seed }) => seed),
    measured: inside.length,
    means: {
      testTurn: mean(inside, ({ testTurn }) => testTurn),
      testTask: mean(inside, ({ testTask }) => testTask),
      oodTurn: mean(outside, ({ oodTurn }) => oodTurn),
      oodTask: mean(outside, ({ oodTask }) => oodTask),
      gap: mean(
        inside.filter((run) => outside.includes(run)),
        gap,
      ),
    },
  }
}

function pairsOf(
  arms: readonly ArmOfRuns[],
  outcomes: readonly MeasuredOutcome[],
  { tasksOf, measure }: (typeof kinds)[number],
): ArmPair[] {
  const wanted = outcomes.filter(({ outOfDistribution }) => outOfDistribution === (tasksOf === 'out of distribution'))
  const ofArm = (arm: ArmOfRuns): ArmOutcome[] =>
    wanted
      .filter(({ run }) => arm.runs.includes(run))
      .map(({ seed, task, dialogue, success, hits, turns }) =>
        measure === 'turns'
          ? { seed, task, dialogue, hits, total: turns }
          : { seed, task, dialogue, hits: success ? 1 : 0, total: 1 },
      )
  const compared = couples(arms).flatMap(([first, second]) => {
    // The same arms get the same resamples whenever the page is opened.
    const result = compareArms(ofArm(first), ofArm(second), Rng.seeded(0, 'arms', first.key, second.key))
    return result ? [{ ...result, first: first.key, second: second.key, tasksOf, measure }] : []
  })
  const adjusted = holm(compared.map(({ pValue }) => pValue))
  return compared.map((pair, index) => ({ ...pair, adjusted: adjusted[index] ?? 1 }))
}

function couples(arms: readonly ArmOfRuns[]): (readonly [ArmOfRuns, ArmOfRuns])[] {
  const firsts = arms.length <= mostForAllPairs ? arms : arms.slice(0, 1)
  return firsts.flatMap((first, index) => arms.slice(index + 1).map((second) => [first, second] as const))
}
