import { db, pool } from './client'
import type { Sql } from './transaction'

export interface NewDelivery {
  /** Null: a test. */
  readonly finding: number | null
  readonly rule: string
  readonly event: 'opened' | 'closed' | 'test'
  readonly url: string
  readonly body: string
}

export async function insertDelivery(sql: Sql, delivery: NewDelivery): Promise<number> {
  const { rows } = await sql.query<{ id: number }>(
    'insert into health_deliveries (finding_id, rule, event, url, body) values ($1, $2, $3, $4, $5) returning id',
    [delivery.finding, delivery.rule, delivery.event, delivery.url, delivery.body],
  )
  return rows[0]?.id ?? 0
}

export interface DueDelivery {
  readonly id: number
  readonly url: string
  readonly body: string
  /** This try included. */
  readonly tries: number
}

/**
 * Takes the oldest delivery that is due, for so many seconds; after them another worker may try. Null: none is due.
 * Times are kept in whole milliseconds, rounded: what is due now may be half of one ahead.
 */
export async function takeDelivery(forSeconds: number): Promise<DueDelivery | null> {
  const { rows } = await pool().query<DueDelivery>(
    `update health_deliveries set tries = tries + 1, next_at = now() + make_interval(secs => $1)
      where id = (select id from health_deliveries where status = 'waiting' and next_at < now() + interval '1 ms'
                   order by next_at, id limit 1 for update skip locked)
      returning id, url, body, tries`,
    [forSeconds],
  )
  return rows[0] ?? null
}

/** How a try went. `retryIn`: seconds until the next; null: it was the last. */
interface Tried {
  readonly delivered: boolean
  readonly answer: string
  readonly retryIn: number | null
}

export async function settleDelivery(id: number, { delivered, answer, retryIn }: Tried): Promise<void> {
  const status = delivered ? 'delivered' : retryIn === null ? 'failed' : 'waiting'
  await pool().query(
    `update health_deliveries set status = $2, answer = $3, next_at = now() + make_interval(secs => $4),
       ended_at = case when $2 <> 'waiting' then now() end
     where id = $1`,
    [id, status, answer, retryIn ?? 0],
  )
}

/** The newest deliveries, for the page; what was sent is left out. */
export const listDeliveries = (limit: number) =>
  db().healthDelivery.findMany({
    orderBy: { id: 'desc' },
    take: limit,
    omit: { body: true },
    include: { finding: { select: { runId: true, run: { select: { name: true } } } } },
  })

/** Deliveries are kept for a month. */
export async function dropOldDeliveries(): Promise<void> {
  await pool().query(`delete from health_deliveries where created_at < now() - interval '30 days'`)
}
