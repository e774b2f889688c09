import type pg from 'pg'
import { metricDefinitions } from '@/server/core/metrics/names'
import { pool } from '@/server/db/client'
import { inTransaction } from '@/server/db/transaction'
import { launchRun } from '@/server/services/runs/launch-run'
import { importStarterSuites } from '@/server/services/suites/import-starter-suites'
import { type SeriesPlan, seedPoints } from './seed-points'

export interface SeedSize {
  readonly runs: number
  /** In all runs together. */
  readonly points: number
}

/** Points of the one run with a single long series, and of the one with a hundred. */
export const longRunPoints = 1_000_000
const ownNames = Object.keys(metricDefinitions).filter((name) => !name.includes('{'))
export const seriesNames: readonly string[] = [
  ...ownNames,
  ...Array.from({ length: 100 - ownNames.length }, (_, index) => `synthetic/${String(index + 1).padStart(3, '0')}`),
]

/**
 * Fills a benchmark's database with finished runs and made-up series, each marked as synthetic in name, tag and
 * notes. What an earlier call made stays: it goes on where that one was interrupted.
 * @param report told after each run how many are there
 * @returns whether any was made
 */
export async function seedRuns(size: SeedSize, report: (made: number) => void): Promise<boolean> {
  const filled = await filledKeys()
  const missing = Array.from({ length: size.runs }, (_, index) => index).filter((index) => !filled.has(keyOf(index)))
  if (missing.length === 0) return false
  await importStarterSuites()
  for (const [place, index] of missing.entries()) {
    const { runs } = await launchRun({ ...launch, key: keyOf(index), name: nameOf(index), seeds: [index] })
    const run = runs[0]
    if (run) await inTransaction((sql) => fillOnce(sql, run.id, planOf(size, index)))
    report(size.runs - missing.length + place + 1)
  }
  return true
}

const keyOf = (index: number): string => `synthetic-${index}`

/** Looked up at once: to launch a run again only to hear that it is there takes a tenth of a second. */
async function filledKeys(): Promise<ReadonlySet<string>> {
  const { rows } = await pool().query<{ key: string }>(
    `select launch_group as key from runs where launch_group like 'synthetic-%' and status = 'finished'`,
  )
  return new Set(rows.map(({ key }) => key))
}

/** What Postgres does by itself some minutes after so many rows: statistics, and which pages everybody may see. */
export async function tidySeeded(): Promise<void> {
  await pool().query(
    'vacuum (analyze) runs, run_attempts, metric_series, metric_buckets, metric_points, run_outlines, series_outlines',
  )
}

const launch = { suite: 'starter', outOfDistribution: ['starter-ood'], curriculum: 'starter', augmentation: 'built-in' }

const nameOf = (index: number): string =>
  index === 0
    ? 'Synthetic: one long series'
    : index === 1
      ? 'Synthetic: a hundred series'
      : `Synthetic run ${index + 1}`

function planOf({ runs, points }: SeedSize, index: number): Omit<SeriesPlan, 'attempt'> {
  if (index === 0) return { names: seriesNames.slice(0, 1), points: longRunPoints }
  if (index === 1) return { names: seriesNames, points: longRunPoints / seriesNames.length }
  const each = Math.max(0, points - 2 * longRunPoints) / Math.max(1, runs - 2)
  return { names: seriesNames, points: Math.ceil(each / seriesNames.length) }
}

/** Two that seed at the same time fill it once. */
async function fillOnce(sql: pg.PoolClient, run: number, plan: Omit<SeriesPlan, 'attempt'>): Promise<void> {
  const locked = await sql.query<{ status: string }>('select status from runs where id = $1 for update', [run])
  if (locked.rows[0]?.status !== 'queued') return
  const attempt = await sql.query<{ id: number }>(
    `insert into run_attempts (run_id, epoch, status, worker, ended_at) values ($1, 1, 'done', 'synthetic', now())
     returning id`,
    [run],
  )
  await seedPoints(sql, { ...plan, attempt: attempt.rows[0]?.id ?? 0 })
  await sql.query(
    `update runs set status = 'finished', tags = '{synthetic}', notes = 'Made-up data of a benchmark.',
       training_step = $2, started_at = now(), ended_at = now() where id = $1`,
    [run, plan.points],
  )
}
