import type pg from 'pg'
import { inTransaction } from './transaction'

/** Comparing two lists takes about forty times as long as the planner takes any comparison for. */
const dearLists = 'set local cpu_operator_cost = 0.1'
/** Looking rows up one by one, in the table and for words, is dearer than it takes it for as well. */
const indexesAlone = 'set local enable_seqscan = off; set local enable_mergejoin = off'

const comparesLists = (text: string): boolean => /@>|&&/.test(text) && !text.includes('episode_texts')

/**
 * Asks a question about episodes that ends at so many rows. Left alone, the planner would read rows until it has enough
 * of them, whatever the filter: several times the work where an index has lists or words.
 */
export async function askBounded<Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  return inTransaction(async (sql) => {
    await sql.query(comparesLists(text) ? dearLists : indexesAlone)
    const { rows } = await sql.query<Row>(text, [...values])
    return rows
  })
}
