/** Where a run on a cluster goes on: which stage, and from which checkpoint. Steps are the run's. */
export interface NextPlace {
  readonly stage: number
  /** Step at which the stage began. */
  readonly startStep: number
  /** Step at which it goes on. */
  readonly step: number
  /** Whether the checkpoint is of the stage before: its weights are a beginning, not a state to go on from. */
  readonly isStart: boolean
}

/** A stage as far as it has come. */
export interface StageSoFar {
  readonly status: string
  readonly startStep: number | null
  readonly endStep: number | null
}

/**
 * The place after a checkpoint. A stage that has ended at that step by passing, or at a limit that may be passed,
 * makes room for the next one.
 * @param advancesAtLimit by stage
 */
export function nextPlace(
  checkpoint: { readonly stage: number; readonly step: number } | null,
  stages: readonly StageSoFar[],
  advancesAtLimit: readonly boolean[],
): NextPlace {
  if (!checkpoint) return { stage: 0, startStep: 0, step: 0, isStart: true }
  const { stage, step } = checkpoint
  const so = stages[stage]
  const isOver = so?.endStep === step && hasAdvanced(so.status, advancesAtLimit[stage] ?? false)
  if (isOver && stage + 1 < stages.length) return { stage: stage + 1, startStep: step, step, isStart: true }
  return { stage, startStep: so?.startStep ?? 0, step, isStart: false }
}

/** Whether a stage of this status has ended so that what comes after it may begin. */
export const hasAdvanced = (status: string, advancesAtLimit: boolean): boolean =>
  status === 'passed' || (status === 'limit' && advancesAtLimit)
