import type { Gate, GateVerdict } from './curriculum'
import { judgeGate } from './gate'
import { gateRng } from './gate-rng'
import type { StageValidation } from './trend'

/** A validation as a run recorded it. */
export interface RecordedValidation extends StageValidation {
  /** Where the trainer itself ended the stage here, below the gate's maximum: the step; else null. */
  readonly endedAt: number | null
}

export interface SimulatedStage {
  /** A verdict for every validation that the gate would have seen, also after the one that ended the stage. */
  readonly verdicts: readonly GateVerdict[]
  /** The validations behind the verdicts. */
  readonly validations: readonly StageValidation[]
  /** Place of the verdict that ends the stage; null: the recorded series ends before the stage does. */
  readonly end: number | null
}

export interface SimulatedGate {
  readonly gate: Gate
  /** The validation interval of the recording: a gate cannot look more often than was validated. */
  readonly recordedEvery: number
  readonly validations: readonly RecordedValidation[]
  /** Of the run, for the bootstrap: with the run's own gate the verdicts come out as they were recorded. */
  readonly seed: number
  readonly stage: number
}

/**
 * Plays a gate over the recorded validations of a stage, in order, as if it had been the stage's. A gate that looks
 * less often sees every validation that is due, with all gradient norms since the one before.
 */
export function simulateGate({ gate, recordedEvery, validations, seed, stage }: SimulatedGate): SimulatedStage {
  const seen = gate.validateEvery > recordedEvery ? dueValidations(validations, gate) : validations
  const verdicts = seen.map(({ step, endedAt }, index) =>
    judgeGate({
      gate: endedAt === null ? gate : { ...gate, maxSteps: Math.min(gate.maxSteps, endedAt) },
      step,
      validations: seen.slice(0, index + 1),
      rng: gateRng(seed, stage, step),
    }),
  )
  const end = verdicts.findIndex(({ verdict }) => verdict === 'pass' || verdict === 'limit' || verdict === 'collapse')
  return { verdicts, validations: seen, end: end < 0 ? null : end }
}

/** The stage's start, what falls on the interval, and what lies at or beyond the stage's end. */
function dueValidations(validations: readonly RecordedValidation[], gate: Gate): RecordedValidation[] {
  const due: RecordedValidation[] = []
  let norms: number[] = []
  for (const [index, validation] of validations.entries()) {
    const { step, endedAt, result } = validation
    norms.push(...result.gradientNorms)
    if (index > 0 && step % gate.validateEvery !== 0 && step < gate.maxSteps && endedAt === null) continue
    due.push({ ...validation, result: { ...result, gradientNorms: norms } })
    norms = []
  }
  return due
}
