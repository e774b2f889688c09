import { z } from 'zod'
import type { Curriculum } from '@/server/core/curriculum/curriculum'

/** What an ablation takes away: the stages, the hints, the graded reward. */
export const ablationAxes = ['curriculum', 'augmentation', 'reward'] as const
export type AblationAxis = (typeof ablationAxes)[number]

export const ablationSchema = z.strictObject({
  /** `one-at-a-time`: the whole method, and each part taken away alone. `full`: every combination. */
  design: z.enum(['one-at-a-time', 'full']).default('one-at-a-time'),
  axes: z
    .array(z.enum(ablationAxes))
    .min(1, 'an ablation takes at least one part away')
    .default([...ablationAxes]),
})
export type Ablation = z.infer<typeof ablationSchema>

/** One way of training that is compared with the others. */
export interface AblationArm {
  readonly name: string
  /** The parts that are taken away. */
  readonly without: readonly AblationAxis[]
  /**
   * Judge whole trajectories: what the binary reward needs, and so its fair opponent. Elsewhere the launch's own
   * settings decide.
   */
  readonly wholeTrajectories: boolean
}

const words: Readonly<Record<AblationAxis, string>> = {
  curriculum: 'no curriculum',
  augmentation: 'no hints',
  reward: 'binary reward',
}

/**
 * The arms of an ablation, the whole method first. `tree`: rollouts branch at every turn (the built-in trainer's usual
 * credit); then the binary reward, which cannot, gets an arm of its own to be compared with.
 */
export function ablationArms({ design, axes }: Ablation, tree: boolean): AblationArm[] {
  const chosen = ablationAxes.filter((axis) => axes.includes(axis))
  const subsets = design === 'full' ? combinations(chosen) : [[], ...chosen.map((axis) => [axis])]
  const arms = subsets.map((without) => armOf(without, without.includes('reward')))
  const needsOpponent = design === 'one-at-a-time' && tree && chosen.includes('reward')
  return needsOpponent ? [...arms, { name: 'whole trajectories', without: [], wholeTrajectories: true }] : arms
}

function combinations(axes: readonly AblationAxis[]): AblationAxis[][] {
  const [first, ...rest] = axes
  if (first === undefined) return [[]]
  const others = combinations(rest)
  return [...others, ...others.map((set) => [first, ...set])]
}

const armOf = (without: readonly AblationAxis[], wholeTrajectories: boolean): AblationArm => ({
  name: without.length === 0 ? 'whole method' : without.map((axis) => words[axis]).join(', '),
  without,
  wholeTrajectories,
})

/**
 * Every stage to its maximum, so that arms that are compared take the same number of steps. Under a name of its own:
 * else it would be the newest version of the curriculum, which the next launch takes.
 */
export function fullLength(curriculum: Omit<Curriculum, 'version'>): Omit<Curriculum, 'version'> {
  return {
    name: `${curriculum.name}-full-length`,
    title: `${curriculum.title}, every stage to its maximum`,
    stages: curriculum.stages.map((stage) => ({
      ...stage,
      gate: { ...stage.gate, minSteps: stage.gate.maxSteps, advanceAtLimit: true },
    })),
  }
}

/** The last stage alone, from the start, for as many steps as all stages together may take. */
export function lastStageOnly(curriculum: Omit<Curriculum, 'version'>): Omit<Curriculum, 'version'> {
  const steps = curriculum.stages.reduce((sum, { gate }) => sum + gate.maxSteps, 0)
  return {
    name: `${curriculum.name}-last-stage`,
    title: `No curriculum: the last stage of ${curriculum.name} only`,
    stages: curriculum.stages
      .slice(-1)
      .map((stage) => ({ ...stage, gate: { ...stage.gate, minSteps: steps, maxSteps: steps, advanceAtLimit: true } })),
  }
}
