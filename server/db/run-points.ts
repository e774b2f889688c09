import { pool } from './client'

/** A run's evaluation on its own suite's test tasks at one point, with the gap to the other suites there. */
export interface RunPoint {
  readonly run: number
  readonly point: string
  readonly step: number
  readonly turn: number
  readonly turnLow: number
  readonly turnHigh: number
  readonly gap: number
  readonly gapLow: number
  readonly gapHigh: number
}

/** Points of these runs at which both sides were measured. */
export async function listRunPoints(runs: readonly number[]): Promise<RunPoint[]> {
  const { rows } = await pool().query<RunPoint>(
    `select e.run_id as run, e.point, e.step, e.turn, e.turn_low as "turnLow", e.turn_high as "turnHigh",
            e.gap, e.gap_low as "gapLow", e.gap_high as "gapHigh"
       from evaluations e join runs r on r.id = e.run_id and r.suite_id = e.suite_id
      where e.run_id = any($1::int[]) and e.partition = 'test' and e.gap is not null order by e.run_id, e.step, e.id`,
    [runs],
  )
  return rows
}
