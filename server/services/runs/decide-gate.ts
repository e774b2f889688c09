import type { GateVerdict } from '@/server/core/curriculum/curriculum'
import { judgeGate } from '@/server/core/curriculum/gate'
import { gateRng } from '@/server/core/curriculum/gate-rng'
import type { TrainerEvent } from '@/server/core/policies/trainer-events'
import { asStored, earlierValidations, writeGateDecision } from '@/server/db/gates'
import { writeLog } from '@/server/db/log-writes'
import { type MetricPointInput, writePoints } from '@/server/db/metric-writes'
import { lockRunForAttempt } from '@/server/db/run-lock'
import { updateRunSummary } from '@/server/db/run-summary'
import { inTransaction } from '@/server/db/transaction'
import { announceRun } from '@/server/services/recording/announce-run'
import { runContext } from '@/server/services/recording/run-context'

export type ValidationEvent = Extract<TrainerEvent, { readonly type: 'validation' }>

export interface GateDecision {
  readonly verdict: GateVerdict
  /** Somebody has asked the run to stop. */
  readonly stopRequested: boolean
}

/**
 * Judges the stage's gate after a validation and stores the verdict with its inputs, whatever it is.
 * @param isLast the trainer has ended the stage: its limit is reached, wherever the gate had set it
 */
export async function decideGate(
  run: number,
  epoch: number,
  event: ValidationEvent,
  isLast = false,
): Promise<GateDecision> {
  const { snapshot } = await runContext(run)
  const stage = snapshot.curriculum.stages[event.stage]
  if (!stage) throw new Error(`run ${run} has no stage ${event.stage}`)
  const { change, ...decision } = await inTransaction(async (sql) => {
    const { attemptId, status } = await lockRunForAttempt(sql, run, epoch)
    const earlier = await earlierValidations(sql, { runId: run, stage: event.stage, step: event.step })
    const result = asStored(event.validation)
    const judged = judgeGate({
      gate: isLast ? { ...stage.gate, maxSteps: Math.min(stage.gate.maxSteps, event.stageStep) } : stage.gate,
      step: event.stageStep,
      validations: [...earlier, { step: event.stageStep, result }],
      rng: gateRng(snapshot.seed, event.stage, event.stageStep),
    })
    await writeLog(sql, { runId: run, attemptId }, [`Gate at step ${event.step}: ${judged.verdict}. ${judged.reason}`])
    await writeGateDecision(sql, { runId: run, attemptId, ...event }, judged)
    if (snapshot.backend === 'ray') await writePoints(sql, attemptId, accuracyOf(event))
    const change = await updateRunSummary(sql, run, { latestAccuracy: event.validation.accuracy })
    return { verdict: judged, stopRequested: status === 'stopping', change }
  })
  announceRun(run, change)
  return decision
}

/** Trainers elsewhere measure the reward in validation; how many tasks were right only our own record says. */
const accuracyOf = ({ step, validation }: ValidationEvent): MetricPointInput[] => [
  { name: 'validation/accuracy', step, at: Date.now(), value: validation.accuracy },
]
