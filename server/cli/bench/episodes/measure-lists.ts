import { pool } from '@/server/db/client'
import { type Latencies, latencies, timed } from '../latencies'
import { episodes } from './episodes-caller'
import { type Asked, askedOf, type Known } from './filters'

const samples = 20
/** Plans and caches settle. */
const warmUp = 1

/** Times of the list's procedure, and of the one that counts its values, for everything that is asked. */
export async function measureLists(
  report: (name: string, times: Latencies) => void,
): Promise<Record<string, Latencies>> {
  const measured: Record<string, Latencies> = {}
  const keep = (name: string, times: readonly number[]) => {
    measured[name] = latencies(times)
    report(name, latencies(times))
  }
  for (const [name, asked] of Object.entries(askedOf(await known()))) {
    keep(name, await listTimes(asked))
    if (asked.pages === undefined) keep(`counts: ${name}`, await facetTimes(asked))
  }
  return measured
}

async function listTimes({ filters, sort, reverse, pages = 0 }: Asked): Promise<number[]> {
  const cursors = new Map<string, string | null>()
  const turn = async (filter: string) => {
    const after = cursors.get(filter) ?? null
    const page = await episodes.list({ filter, sort, reverse, after })
    if (page.problem) throw new Error(`the benchmark asks with a mistake: ${filter}: ${page.problem.message}`)
    if (pages > 0) cursors.set(filter, page.next)
  }
  for (const filter of filters) for (let page = 0; page < pages; page++) await turn(filter)
  return sampled(filters, turn)
}

const facetTimes = ({ filters, sort }: Asked): Promise<number[]> =>
  sampled(filters, (filter) => episodes.facets({ filter, sort }))

async function sampled(filters: readonly string[], ask: (filter: string) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (const filter of filters) for (let index = 0; index < warmUp; index++) await ask(filter)
  for (let index = 0; index < Math.max(samples, filters.length * 4); index++)
    times.push(await timed(() => ask(filters[index % filters.length] ?? '')))
  return times
}

export async function known(): Promise<Known> {
  const list = async (sql: string): Promise<string[]> =>
    (await pool().query<{ name: string }>(sql)).rows.map(({ name }) => name)
  const newest = `(select max(id) from runs where kind = 'training')`
  const inNewest = `from episodes where run_id = ${newest}`
  const frequent = (column: string) =>
    `select name from (select unnest(${column}) as name ${inNewest}) n group by name order by count(*) desc, name`
  return {
    runs: (await list('select distinct run_id::text as name from episodes')).map(Number).sort((a, b) => a - b),
    tasks: await list(
      `select distinct t.key as name from tasks t where t.id in (select task_id ${inNewest}) order by 1`,
    ),
    groups: await list(`select distinct group_key as name ${inNewest} and group_key is not null order by 1`),
    codes: await list(frequent('error_codes')),
    rules: await list(frequent('hint_rules')),
    domains: await list(frequent('domains')),
  }
}
