import type pg from 'pg'
import { inTransaction } from './transaction'

/**
 * Asks a question that ends at so many rows, with indexes alone. The database takes comparing two lists for as cheap
 * as comparing two numbers, and would rather read rows until it has enough of them: several times the work. Where no
 * index answers, it reads them all the same.
 */
export async function askIndexFirst<Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  return inTransaction(async (sql) => {
    await sql.query('set local enable_seqscan = off; set local enable_mergejoin = off')
    const { rows } = await sql.query<Row>(text, [...values])
    return rows
  })
}
