import { pool } from './client'

/** A play of a benchmark with scores of its own. */
export interface MeasuredPlay {
  readonly evaluation: number
  readonly dialogue: string
  readonly valid: boolean
  readonly strictlyValid: boolean
  readonly processAccuracy: number
}

/** All plays behind these evaluations, judged by ACEBench's scores. */
export async function listMeasuredPlays(evaluations: readonly number[]): Promise<MeasuredPlay[]> {
  if (evaluations.length === 0) return []
  const { rows } = await pool().query<MeasuredPlay>(
    `select e.id as evaluation, t.dialogue, p.success as valid, (p.measures->>'strict')::float8 = 1 as "strictlyValid",
            (p.measures->>'process')::float8 as "processAccuracy"
       from evaluations e
       join evaluation_plays p on p.run_id = e.run_id and p.suite_id = e.suite_id
       join tasks t on t.id = p.task_id
      where e.id = any($1::int[]) and p.done and p.measures ? 'strict' and p.measures ? 'process'
      order by e.id, t.position, p.repeat`,
    [evaluations],
  )
  return rows
}
