import { pool } from './client'

/** Names of the domains that a suite's tasks play in, in alphabetical order. */
export async function suiteDomains(hash: string): Promise<string[]> {
  const { rows } = await pool().query<{ name: string }>(
    `select distinct unnest(t.domains) as name from tasks t join suites s on s.id = t.suite_id where s.hash = $1 order by 1`,
    [hash],
  )
  return rows.map(({ name }) => name)
}
