import type pg from 'pg'
import { builtinAugmentationSet } from '@/server/core/hints/builtin'
import { type NextAction, nextActions } from '@/server/core/hints/next-action'
import { Rng } from '@/server/core/rng'
import { pool } from '@/server/db/client'
import { copyRows } from '@/server/db/copy'
import { countFailures } from '@/server/db/hint-counts'
import { inTransaction } from '@/server/db/transaction'
import { launchRun } from '@/server/services/runs/launch-run'
import { seedBuiltins } from '@/server/services/runs/seed-builtins'
import { importStarterSuites } from '@/server/services/suites/import-starter-suites'

export interface SeedSize {
  readonly events: number
  readonly runs: number
}

/** Runs of a group, and failing calls of an episode: more than real ones have, so that few episodes carry many. */
const groupSize = 4
const eventsPerEpisode = 100

/**
 * Fills a benchmark's database with finished runs and made-up failing calls, each run marked as synthetic in name, tag
 * and notes; they are counted as recorded ones are. What an earlier call made stays.
 */
export async function seedFailures(
  { events, runs: runCount }: SeedSize,
  report: (made: number, total: number) => void,
): Promise<{ events: number; runs: number[] }> {
  await importStarterSuites()
  await seedBuiltins()
  const perRun = Math.ceil(events / runCount / eventsPerEpisode) * eventsPerEpisode
  const tasks = (await pool().query<{ id: number }>('select id from tasks order by id')).rows.map(({ id }) => id)
  const runs: number[] = []
  let hasNew = false
  for (let group = 0; group * groupSize < runCount; group++) {
    const seeds = Array.from({ length: Math.min(groupSize, runCount - group * groupSize) }, (_, index) => index)
    const launched = await launchRun({ ...launch, key: `synthetic-${group}`, name: `Synthetic ${group + 1}`, seeds })
    for (const { id } of launched.runs) {
      if (await inTransaction((sql) => fillOnce(sql, { run: id, events: perRun, tasks }))) hasNew = true
      runs.push(id)
      report(runs.length * perRun, runCount * perRun)
    }
  }
  // What Postgres does by itself some minutes after so many rows: statistics, and which pages everybody may see.
  if (hasNew)
    await pool().query('vacuum (analyze) tool_error_counts, tool_error_totals, tool_error_steps, tool_error_events')
  return { events: runs.length * perRun, runs }
}

const launch = { suite: 'starter', outOfDistribution: ['starter-ood'], curriculum: 'starter', augmentation: 'built-in' }

interface Plan {
  readonly run: number
  readonly events: number
  readonly tasks: readonly number[]
}

/** Whether the run had nothing yet. */
async function fillOnce(sql: pg.PoolClient, plan: Plan): Promise<boolean> {
  const { run, events } = plan
  const locked = await sql.query<{ status: string }>('select status from runs where id = $1 for update', [run])
  if (locked.rows[0]?.status !== 'queued') return false
  const attempt = await sql.query<{ id: number }>(
    `insert into run_attempts (run_id, epoch, status, worker, ended_at) values ($1, 1, 'done', 'synthetic', now())
     returning id`,
    [run],
  )
  const episodes = await seedEpisodes(sql, { ...plan, attempt: attempt.rows[0]?.id ?? 0 })
  const rng = Rng.seeded(run, 'made-up failing calls')
  const rows = Array.from({ length: events }, (_, index) => {
    const episode = episodes[Math.floor(index / eventsPerEpisode)]
    return eventRow(rng, { run, episode: episode?.id ?? '', task: episode?.task ?? 0, index })
  })
  await copyRows(sql, 'tool_error_events', eventColumns, rows)
  await countFailures(sql, run, BigInt(episodes[0]?.id ?? 0), BigInt(episodes.at(-1)?.id ?? 0))
  await sql.query(
    `update runs set status = 'finished', tags = '{synthetic}', notes = 'Made-up data of a benchmark.',
       training_step = $2, started_at = now(), ended_at = now() where id = $1`,
    [run, steps],
  )
  return true
}

async function seedEpisodes(sql: pg.PoolClient, { run, attempt, events, tasks }: Plan & { attempt: number }) {
  const body = await sql.query<{ id: string }>(
    `insert into episode_bodies (run_id, encoding, body) values ($1, 'none', '') returning id::text`,
    [run],
  )
  const { rows } = await sql.query<{ id: string; task: number }>(
    `insert into episodes (run_id, attempt_id, key, kind, partition, training_step, suite, task_id, split, domains,
       profile, feedback, reward_name, reward, progress, syntax, "binary", success, irrelevance, rollout, turn_count,
       step_count, call_count, format_errors, tool_errors, hints_shown, hints_recovered, body_id, body_line)
     select $1, $2, 'synthetic-' || n, 'episode', 'train', 0, 'starter', ($3::int[])[1 + n % cardinality($3::int[])],
            'base', '{}', 'training', 'standard', 'progress', 0, 0, 0, 0, false, false, 0, 1, 1, 1, 0, 0, 0, 0, $4, 0
       from generate_series(0, $5 - 1) n returning id::text, task_id as task`,
    [run, attempt, tasks, body.rows[0]?.id, Math.ceil(events / eventsPerEpisode)],
  )
  return rows
}

const eventColumns = [
  'episode_id, run_id, stage, training_step, task_id, turn, step, call, domain, tool, code, "values", rule',
  'shown, recovered, next, turn_ok, first_in_turn',
]

const steps = 80
const stages = 4
const { rules } = builtinAugmentationSet

/** A task is about few domains: a recorded run of 61,000 failing calls has 20 tasks a rule, and so have these. */
const rulesPerTask = 25

/** A failing call: some rules match much more often than others, every seventh call has none. */
function eventRow(
  rng: Rng,
  { run, episode, task, index }: { run: number; episode: string; task: number; index: number },
) {
  const step = Math.floor((index / eventsPerEpisode) % steps)
  const stage = Math.floor((step / steps) * stages)
  const rule = rules[(task * 17 + Math.floor(rng.next() ** 2 * rulesPerTask) * 13) % rules.length]
  const hasRule = rng.next() > 1 / 7
  const shown = hasRule && (stage === 1 || stage === 2)
  const next: NextAction = nextActions[rng.int(nextActions.length)] ?? 'other_call'
  return [
    ...[episode, run, stage, step, task, index % 3, index % eventsPerEpisode, 0],
    ...[rule?.when.domain ?? '', rule?.when.tools?.[0] ?? 'any_tool', rule?.when.code ?? '', '{}'],
    ...[hasRule ? (rule?.id ?? null) : null, shown, rng.next() < (shown ? 0.5 : 0.3), next],
    ...[rng.next() < (shown ? 0.4 : 0.25), rng.next() < 0.7],
  ]
}
