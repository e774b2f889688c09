/** How a task fared in a stage. */
export const lifeStates = ['never', 'sometimes', 'always', 'forgotten'] as const
export type LifeState = (typeof lifeStates)[number]

/** A task at one training step: all its episodes of that step together. */
export interface TaskVisit {
  readonly task: number
  /** Index from 0. */
  readonly stage: number
  readonly step: number
  readonly episodes: number
  readonly solved: number
  /**
   * Whether all of its episodes solved it, none did, or some. Where episodes are single turns that were branched off,
   * the task is solved when each of its turns is: `never` then means that some turn was never solved.
   */
  readonly outcome: Exclude<LifeState, 'forgotten'>
}

export interface StageLife {
  readonly stage: number
  readonly state: LifeState
  readonly episodes: number
  readonly solved: number
  readonly lastStep: number
}

export interface TaskLife {
  readonly task: number
  /** Stages in which it was played, ascending. */
  readonly stages: readonly StageLife[]
}

/**
 * The life of each task over the stages. In a stage a task is
 *
 * * `always` solved: by every episode of the stage;
 * * `forgotten`: not solved when it was last played in the stage, although it had been before, there or in a stage
 *   before;
 * * `never` solved: by no visit of the stage;
 * * `sometimes` solved: everything between.
 */
export function taskLives(visits: readonly TaskVisit[]): TaskLife[] {
  const byTask = new Map<number, TaskVisit[]>()
  for (const visit of visits) {
    const own = byTask.get(visit.task)
    if (own) own.push(visit)
    else byTask.set(visit.task, [visit])
  }
  return [...byTask].map(([task, own]) => ({ task, stages: stagesOf(own) }))
}

function stagesOf(visits: readonly TaskVisit[]): StageLife[] {
  const ordered = [...visits].sort((a, b) => a.stage - b.stage || a.step - b.step)
  const stages = [...new Set(ordered.map(({ stage }) => stage))]
  let hadBeenSolved = false
  return stages.map((stage) => {
    const own = ordered.filter((visit) => visit.stage === stage)
    const state = stateOf(own, hadBeenSolved)
    hadBeenSolved ||= own.some(({ outcome }) => outcome !== 'never')
    return {
      ...{ stage, state, lastStep: own.at(-1)?.step ?? 0 },
      episodes: own.reduce((sum, { episodes }) => sum + episodes, 0),
      solved: own.reduce((sum, { solved }) => sum + solved, 0),
    }
  })
}

function stateOf(visits: readonly TaskVisit[], hadBeenSolved: boolean): LifeState {
  if (visits.every(({ outcome }) => outcome === 'always')) return 'always'
  const isSolvedAnywhere = visits.some(({ outcome }) => outcome !== 'never')
  if (visits.at(-1)?.outcome === 'never' && (hadBeenSolved || isSolvedAnywhere)) return 'forgotten'
  return isSolvedAnywhere ? 'sometimes' : 'never'
}
