import { pool } from './client'

/** A job that serves a model for nobody any more. */
export interface LeftServer {
  readonly submissionId: string
  readonly backend: number
}

/** Jobs of evaluations that have ended, which a cluster may still run: it could not be told to stop them. */
export async function listLeftServers(limit: number): Promise<LeftServer[]> {
  const { rows } = await pool().query<LeftServer>(
    `select j.submission_id as "submissionId", (r.snapshot #>> '{checkpoint,served,backend}')::int as backend
       from backend_jobs j join runs r on r.id = j.run_id
      where r.kind = 'evaluation' and r.status in ('finished', 'stopped', 'failed') and j.ended_at is null
        and r.snapshot #>> '{checkpoint,served,backend}' is not null
      order by j.id limit $1`,
    [limit],
  )
  return rows
}
