import type { GateCriterion, GateVerdictName } from '@/server/core/curriculum/curriculum'
import type { ValidationResult } from '@/server/core/policies/trainer-events'
import { decodeValidation, type EncodedValidation } from '@/server/recording/non-finite'
import { pool } from './client'

/** A validation of a stage with the verdict that was passed on it. */
export interface RecordedDecision {
  /** Place of the stage. */
  readonly stage: number
  /** Training step inside the run, and inside the stage. */
  readonly step: number
  readonly stageStep: number
  readonly verdict: GateVerdictName
  readonly reason: string
  readonly criteria: readonly GateCriterion[]
  readonly validation: ValidationResult
}

interface DecisionRow extends Omit<RecordedDecision, 'validation'> {
  readonly validation: EncodedValidation
}

/** All decisions of a run that count, in order: of every step the newest attempt's, superseded ones left out. */
export async function recordedDecisions(runId: number): Promise<RecordedDecision[]> {
  const { rows } = await pool().query<DecisionRow>(
    `select distinct on (s.position, g.step)
            s.position as stage, g.step, g.stage_step as "stageStep", g.verdict, g.reason, g.criteria, g.validation
       from gate_decisions g
       join stage_runs s on s.id = g.stage_run_id
       join run_attempts a on a.id = g.attempt_id
      where s.run_id = $1 and (a.superseded_after is null or g.step <= a.superseded_after)
      order by s.position, g.step, a.epoch desc`,
    [runId],
  )
  return rows.map((row) => ({ ...row, validation: decodeValidation(row.validation) }))
}
