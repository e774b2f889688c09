/** What the run's row says about its stage. */
export interface StagePlace {
  readonly status: string
  readonly trainingStep: number
  readonly stageIndex: number | null
  readonly stageCount: number
  readonly stageStart: number | null
  readonly stageMost: number | null
}

export interface StageSteps {
  /** Steps taken in the stage, and the most that it may take. */
  readonly done: number
  readonly most: number
  /** `stage 2 of 4, step 14 of at most 60` */
  readonly words: string
}

/** How far the stage has come, counted in its own steps; null when no stage is trained now. */
export function stageSteps(run: StagePlace): StageSteps | null {
  const { status, stageIndex, stageStart, stageMost } = run
  if (status === 'evaluating' || stageIndex === null || stageStart === null || stageMost === null) return null
  const done = Math.min(stageMost, Math.max(0, run.trainingStep - stageStart))
  const stage = `stage ${stageIndex + 1} of ${run.stageCount}`
  return { done, most: stageMost, words: `${stage}, step ${done} of at most ${stageMost}` }
}
