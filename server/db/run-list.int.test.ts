import { beforeAll, describe, expect, it } from 'vitest'
import { parseFilter } from '@/server/core/filter/parse-filter'
import { runFields } from '@/server/core/filter/run-fields'
import { armListInput } from '@/server/services/groups/arm-list-input'
import { listArms } from '@/server/services/groups/list-arms'
import { listRuns } from '@/server/services/read/list-runs'
import { runListInput } from '@/server/services/read/run-list-input'
import { queueSmallRun } from '@/server/services/runs/testing/small-launch'
import { pool } from './client'
import { filterSql } from './filter-sql'
import { runColumns, runListTables } from './run-list-fields'

const count = 5000

beforeAll(async () => {
  const id = await queueSmallRun()
  // Snapshots of several kilobytes, as real ones are: they lie in a table of their own.
  await pool().query(
    `with padding as (select string_agg(md5(i::text), '') as text from generate_series(1, 250) i)
     insert into runs (name, snapshot, seed, launch_group, launch_position, backend_id, suite_id, curriculum_id,
       augmentation_set_id, stage_count, status, test_turn, tags)
     select 'sweep ' || n || ', seed ' || n % 5,
       jsonb_build_object('seed', n % 5, 'kl', n / 5, 'reward', 'stage', 'model', r.snapshot -> 'model', 'rest', p.text),
       n % 5, 'many', n, backend_id, suite_id, curriculum_id, augmentation_set_id, stage_count,
       case n % 50 when 0 then 'failed' else 'finished' end::run_status, n / 5000.0, array['t' || n % 100]
       from runs r, padding p, generate_series(1, $2) n where r.id = $1`,
    [id, count - 1],
  )
  await pool().query('analyze runs')
})

interface Plan {
  readonly 'Node Type': string
  readonly 'Actual Rows': number
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly 'Relation Name'?: string
  readonly Plans?: readonly Plan[]
}

async function explain(sql: string, values: readonly unknown[]): Promise<Plan[]> {
  const { rows } = await pool().query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
    `explain (analyze, buffers, format json) ${sql}`,
    [...values],
  )
  const flat = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flat)]
  return rows[0]?.['QUERY PLAN'].flatMap(({ Plan: plan }) => flat(plan)) ?? []
}

const ask = (input: object) => listRuns(runListInput.parse(input))

describe('five thousand runs', () => {
  it('are counted, filtered and paged', async () => {
    expect((await ask({})).total).toBe(count)
    expect((await ask({ filter: 'status = failed' })).total).toBe(99)
    expect((await ask({ filter: 'tag = t7 and test > 50 %', sort: 'test' })).runs.map(({ name }) => name)[0]).toBe(
      'sweep 4907, seed 2',
    )
    const first = await ask({ sort: 'test' })
    const second = await ask({ sort: 'test', after: first.next })
    expect(new Set([...first.runs, ...second.runs].map(({ id }) => id)).size).toBe(100)
  })
  it('are not all read for the newest page', async () => {
    const plans = await explain(
      `select r.id from ${runListTables} where r.archived_at is null order by r.id desc limit 51`,
      [],
    )
    const read = plans.filter((plan) => plan['Relation Name'] === 'runs').map((plan) => plan['Actual Rows'])
    expect(Math.max(...read)).toBeLessThan(200)
  })
  it('are filtered without reading a single snapshot', async () => {
    const { node } = parseFilter('model: cpu rewarded = stage sweep and gap = none', runFields)
    if (!node) throw new Error('the filter is empty')
    const values: unknown[] = []
    const sql = filterSql(node, runColumns, (value) => `$${values.push(value)}`, new Date())
    const plans = await explain(`select count(*) from ${runListTables} where ${sql}`, values)
    const size = await pool().query<{ pages: number }>(`select (pg_relation_size('runs') / 8192)::int as pages`)
    // Snapshots lie in a table beside this one: reading them would touch far more pages than the runs have.
    const scan = plans.filter((plan) => plan['Relation Name'] === 'runs')
    const touched = scan.map((plan) => plan['Shared Hit Blocks'] + plan['Shared Read Blocks'])
    expect(Math.max(...touched)).toBeLessThan((size.rows[0]?.pages ?? 0) + 200)
  })
  it('are put together by all but their seed', async () => {
    const { arms } = await listArms(armListInput.parse({ sort: 'test', limit: 3 }))
    expect(arms.map(({ runs, seeds }) => [runs, seeds])).toEqual([
      [5, [0, 1, 2, 3, 4]],
      [5, [0, 1, 2, 3, 4]],
      [5, [0, 1, 2, 3, 4]],
    ])
  })
})
