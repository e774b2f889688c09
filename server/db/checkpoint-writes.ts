import type pg from 'pg'
import type { EpisodeScope } from './episode-writes'

export interface CheckpointInput {
  readonly stage: number
  readonly step: number
  readonly data: Uint8Array
  /** Greatest id of the episodes that the trainer reported before it. */
  readonly lastEpisodeId: bigint
}

/** How many checkpoints of the present stage keep their data; of earlier stages the last one does. */
const keptPerStage = 8

/** Stores a checkpoint (a repeated step replaces it) and lets go of data that no resume will ask for. */
export async function writeCheckpoint(
  sql: pg.PoolClient,
  { runId, attemptId }: EpisodeScope,
  { stage, step, data, lastEpisodeId }: CheckpointInput,
): Promise<void> {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  const inserted = await sql.query<{ id: number }>(
    `insert into checkpoints (run_id, attempt_id, stage, step, bytes, last_episode_id) values ($1, $2, $3, $4, $5, $6)
     on conflict (attempt_id, step) do update set
       stage = excluded.stage, bytes = excluded.bytes, last_episode_id = excluded.last_episode_id
     returning id`,
    [runId, attemptId, stage, step, bytes.length, String(lastEpisodeId)],
  )
  await sql.query(
    `insert into checkpoint_bodies (checkpoint_id, data) values ($1, $2)
     on conflict (checkpoint_id) do update set data = excluded.data`,
    [inserted.rows[0]?.id, bytes],
  )
  await sql.query(forgetSql, [runId, stage, keptPerStage])
}

const forgetSql = `
  delete from checkpoint_bodies where checkpoint_id in (
    select id from (
      select c.id, c.stage, row_number() over (partition by c.stage order by a.epoch desc, c.step desc) as place
      from checkpoints c join run_attempts a on a.id = c.attempt_id where c.run_id = $1
    ) c
    where place > (case when stage = $2 then $3 else 1 end)
      -- a fork test that was begun goes on with the policy as it was
      and not exists (
        select 1 from fork_tests f where f.checkpoint_id = c.id and f.status in ('queued', 'running', 'stopping'))
      -- and so does an evaluation
      and not exists (
        select 1 from evaluation_jobs j join runs r on r.id = j.run_id
         where j.checkpoint_id = c.id and r.status <> 'finished'))`
