import { db, pool } from './client'
import { inTransaction } from './transaction'

export interface CurriculumVersionRow {
  readonly name: string
  readonly version: number
  readonly title: string
  readonly createdAt: Date
  /** Names of its stages, in order. */
  readonly stages: readonly string[]
  readonly runs: number
}

/** Every version of every curriculum, or of one name; newest version first. */
export async function listCurriculumVersions(name: string | null = null): Promise<CurriculumVersionRow[]> {
  const { rows } = await pool().query<CurriculumVersionRow>(
    `select c.name, c.version, c.title, c.created_at as "createdAt",
            (select coalesce(array_agg(s.definition ->> 'title' order by s.position), '{}')
               from curriculum_stages s where s.curriculum_id = c.id) as stages,
            coalesce(u.runs, 0) as runs
       from curricula c
       left join (select curriculum_id, count(*)::int as runs from runs group by curriculum_id) u
         on u.curriculum_id = c.id
      where $1::text is null or c.name = $1
      order by c.name, c.version desc`,
    [name],
  )
  return rows
}

/** Runs that used a version, newest first. */
export const runsOfCurriculum = (curriculumId: number, most: number) =>
  db().run.findMany({
    where: { curriculumId },
    orderBy: { id: 'desc' },
    take: most,
    select: {
      id: true,
      name: true,
      status: true,
      seed: true,
      archivedAt: true,
      augmentationSet: { select: { name: true, version: true } },
    },
  })

/** Deletes a version that no run has used; answers whether there was one to delete. */
export const deleteUnusedCurriculum = (id: number): Promise<boolean> =>
  inTransaction(async (sql) => {
    const deleted = await sql.query(
      'delete from curricula c where id = $1 and not exists (select 1 from runs r where r.curriculum_id = c.id)',
      [id],
    )
    return deleted.rowCount === 1
  })

export interface TaskCountRow {
  readonly suite: string
  readonly split: string
  readonly partition: string
  readonly tasks: number
}

/** Tasks of the newest version of every in-distribution suite, by split and partition. */
export async function countSuiteTasks(): Promise<TaskCountRow[]> {
  const { rows } = await pool().query<TaskCountRow>(
    `with newest as (
       select distinct on (name) id, name from suites where kind = 'in_distribution' order by name, version desc)
     select n.name as suite, t.split, t.partition, count(*)::int as tasks
       from newest n join tasks t on t.suite_id = n.id
      group by n.name, t.split, t.partition order by n.name`,
  )
  return rows
}

/** Runs with gate decisions to look at, newest first. */
export async function listGatedRuns(most: number) {
  const { rows } = await pool().query<{ id: number; name: string; status: string; curriculum: string }>(
    `select r.id, r.name, r.status::text, c.name || ' ' || c.version as curriculum
       from runs r join curricula c on c.id = r.curriculum_id
      where r.archived_at is null
        and exists (select 1 from stage_runs s join gate_decisions g on g.stage_run_id = s.id where s.run_id = r.id)
      order by r.id desc limit $1`,
    [most],
  )
  return rows
}
