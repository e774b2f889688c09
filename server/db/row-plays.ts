import { pool } from './client'

/** A run's final evaluation on a suite's test tasks. */
export interface RowSuite {
  readonly run: number
  readonly suite: string
  readonly title: string
  readonly outOfDistribution: boolean
  readonly suiteHash: string
  readonly evaluationHash: string
  readonly step: number
  readonly repeats: number
}

/** Final evaluations of these runs, the suites of the distribution first. */
export async function listRowSuites(runs: readonly number[]): Promise<RowSuite[]> {
  const { rows } = await pool().query<RowSuite>(
    `select e.run_id as run, s.name as suite, s.title, s.kind = 'out_of_distribution' as "outOfDistribution",
            s.hash as "suiteHash", e.evaluation_hash as "evaluationHash", e.step, e.repeats
       from evaluations e join suites s on s.id = e.suite_id
      where e.run_id = any($1::int[]) and e.point = 'final' and e.partition = 'test' order by s.kind, s.name, e.id`,
    [runs],
  )
  return rows
}

/** One play of a test task in a run's final evaluation. */
export interface RowPlay {
  readonly run: number
  readonly suite: string
  readonly task: string
  readonly dialogue: string
  readonly split: string
  readonly opening: string
  readonly repeat: number
  readonly success: boolean
  readonly hits: number
  readonly turns: number
  readonly episode: string | null
}

export async function listRowPlays(runs: readonly number[]): Promise<RowPlay[]> {
  const { rows } = await pool().query<RowPlay>(
    `select e.run_id as run, s.name as suite, t.key as task, t.dialogue, t.split, left(t.opening, 200) as opening,
            et.repeat, et.success, cardinality(et.turn_scores) as turns, et.episode_id::text as episode,
            (select coalesce(sum(score), 0) from unnest(et.turn_scores) score)::int as hits
       from evaluations e
       join suites s on s.id = e.suite_id
       join evaluation_tasks et on et.evaluation_id = e.id
       join tasks t on t.id = et.task_id
      where e.run_id = any($1::int[]) and e.point = 'final' and e.partition = 'test'
      order by e.id, t.position, et.repeat`,
    [runs],
  )
  return rows
}

export interface RowName {
  readonly id: number
  readonly name: string
}

export async function listRowNames(runs: readonly number[]): Promise<RowName[]> {
  const { rows } = await pool().query<RowName>('select id, name from runs where id = any($1::int[])', [runs])
  return rows
}
