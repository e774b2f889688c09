import { AppError } from '@/server/app-error'
import type { Gate, GateVerdict } from '@/server/core/curriculum/curriculum'
import type { RecordedValidation } from '@/server/core/curriculum/simulate-gate'
import { listGatedRuns } from '@/server/db/curricula-versions'
import { type RecordedDecision, recordedDecisions } from '@/server/db/recorded-decisions'
import { getRun, runSnapshot } from '@/server/services/read/get-run'

export interface GateSeriesStage {
  readonly position: number
  readonly name: string
  readonly title: string
  /** The gate that the run had. */
  readonly gate: Gate
  /** Step of the run at which the stage began; null: it has not. */
  readonly startStep: number | null
  readonly validations: readonly RecordedValidation[]
  /** What was decided then, validation by validation. */
  readonly verdicts: readonly GateVerdict[]
}

/** Everything that the gates of a run have read, and what they said. Throws NOT_FOUND, of a run without gates too. */
export async function gateSeries(run: number) {
  const { name, status, curriculum } = await getRun(run)
  if (curriculum === null) throw new AppError('NOT_FOUND', `Run #${run} has no curriculum, and so no gates.`, 'run')
  const [snapshot, decisions] = await Promise.all([runSnapshot(run), recordedDecisions(run)])
  const stages = snapshot.curriculum.stages.map((stage, position): GateSeriesStage => {
    const own = decisions.filter((decision) => decision.stage === position)
    return {
      position,
      name: stage.name,
      title: stage.title,
      gate: stage.gate,
      startStep: own[0] ? own[0].step - own[0].stageStep : null,
      validations: own.map((decision) => recordedValidation(decision, stage.gate)),
      verdicts: own.map(({ verdict, stageStep: step, criteria, reason }) => ({ verdict, step, criteria, reason })),
    }
  })
  return { run: { id: run, name, status, seed: snapshot.seed }, stages }
}

/** A maximum below the gate's own says that the trainer had no more steps to give. */
function recordedValidation(
  { stageStep: step, validation, criteria }: RecordedDecision,
  gate: Gate,
): RecordedValidation {
  const limit = criteria.find(({ name }) => name === 'max_steps')?.threshold ?? gate.maxSteps
  return { step, result: validation, endedAt: limit < gate.maxSteps ? limit : null }
}

const mostRuns = 100

/** Runs whose gates can be simulated. */
export const gatedRuns = () => listGatedRuns(mostRuns)
