import { pool } from './client'

/** The newest job that served, or was to serve, an evaluation's model. */
export interface ServingJob {
  /** 1, 2, … */
  readonly nth: number
  readonly status: string
}

export async function newestServing(runId: number): Promise<ServingJob | null> {
  const { rows } = await pool().query<ServingJob>(
    `select status, (select count(*)::int from backend_jobs where run_id = $1) as nth
       from backend_jobs where run_id = $1 order by id desc limit 1`,
    [runId],
  )
  return rows[0] ?? null
}
