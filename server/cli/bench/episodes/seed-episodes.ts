import type pg from 'pg'
import { type LocalSnapshot, runSnapshotSchema } from '@/server/core/runs/snapshot'
import { db, pool } from '@/server/db/client'
import { placeEpisodes, writeEpisodes } from '@/server/db/episode-writes'
import { inTransaction } from '@/server/db/transaction'
import type { PackedEpisodes } from '@/server/recording/packed-event'
import { runContext, taskOf } from '@/server/services/recording/run-context'
import { launchRun } from '@/server/services/runs/launch-run'
import { importStarterSuites } from '@/server/services/suites/import-starter-suites'
import { playOnce } from './play-once'

export interface SeedProgress {
  readonly episodes: number
  readonly runs: number
}

/** Short stages: about twenty thousand episodes of every kind. */
const gate = (maxSteps: number) => ({ gate: { minSteps: 0, maxSteps } })
const launch = {
  ...{ suite: 'starter', outOfDistribution: ['starter-ood'], curriculum: 'starter', augmentation: 'built-in' },
  stages: { syntax: gate(4), hints: gate(6), 'hard-tasks': gate(4), independent: gate(3) },
}

/**
 * Fills the benchmark's database with `wanted` episodes or some more: one training of the built-in policy is really
 * played, and its episodes are stored as those of many runs, each marked as synthetic in name, tag and notes. What an
 * earlier call stored stays; it goes on where that one was interrupted.
 */
export async function seedEpisodes(wanted: number, report: (progress: SeedProgress) => void): Promise<void> {
  await importStarterSuites()
  let packed: PackedEpisodes[] | null = null
  let episodes = await db().episode.count({ where: { run: { kind: 'training' } } })
  for (let index = 0; episodes < wanted; index++) {
    const { runs } = await launchRun({
      ...{ ...launch, key: `synthetic-episodes-${index}`, name: `Synthetic run ${index + 1}`, seeds: [index] },
    })
    const run = runs[0]
    if (!run || !(await isEmpty(run.id))) continue
    packed ??= await playOnce(await snapshotOf(run.id))
    episodes += await fill(run.id, packed)
    report({ episodes, runs: index + 1 })
  }
  await pool().query('vacuum (analyze) episodes, episode_texts, episode_turns, tasks')
}

async function isEmpty(run: number): Promise<boolean> {
  const { status } = await db().run.findUniqueOrThrow({ where: { id: run }, select: { status: true } })
  return status === 'queued'
}

async function snapshotOf(run: number): Promise<LocalSnapshot> {
  const { snapshot } = await db().run.findUniqueOrThrow({ where: { id: run }, select: { snapshot: true } })
  const parsed = runSnapshotSchema.parse(snapshot)
  if (parsed.backend !== 'local') throw new Error('the benchmark launches runs of the built-in policy alone')
  return parsed
}

async function fill(run: number, packed: readonly PackedEpisodes[]): Promise<number> {
  const context = await runContext(run)
  return inTransaction(async (sql) => {
    // the references are right by construction; checking each would take half of the time
    await sql.query('set local session_replication_role = replica')
    const attemptId = await insertAttempt(sql, run)
    const scope = { runId: run, attemptId }
    const rows = await placeEpisodes(sql, scope, packed, (suite, task) => taskOf(context, suite, task).id)
    await writeEpisodes(sql, scope, rows)
    await sql.query(`update stage_runs set status = 'passed' where run_id = $1`, [run])
    await sql.query(
      `update runs set status = 'finished', tags = '{synthetic}', notes = 'Copied data of a benchmark.',
         started_at = now(), ended_at = now() where id = $1`,
      [run],
    )
    return rows.length
  })
}

async function insertAttempt(sql: pg.PoolClient, run: number): Promise<number> {
  const { rows } = await sql.query<{ id: number }>(
    `insert into run_attempts (run_id, epoch, status, worker, ended_at) values ($1, 1, 'done', 'synthetic', now())
     returning id`,
    [run],
  )
  return rows[0]?.id ?? 0
}
