import type { Sql } from './transaction'

/** Only one worker at a time watches the heartbeats. False: another one does. */
export async function lockHeartbeats(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query<{ locked: boolean }>('select pg_try_advisory_xact_lock(72707370) as locked')
  return rows[0]?.locked ?? false
}

const live = `status in ('running', 'evaluating', 'stopping')`

export interface SilentRun {
  readonly id: number
  readonly name: string
  readonly step: number
  readonly epoch: number
  readonly heartbeatAt: Date
  /** Seconds since then, by the database's clock. */
  readonly age: number
}

/** Runs of the kind that live by what is stored and were not heard for so long, without an open finding of the rule. */
export async function newlySilentRuns(
  sql: Sql,
  { kind, rule, seconds }: { readonly kind: string; readonly rule: string; readonly seconds: number },
): Promise<SilentRun[]> {
  const { rows } = await sql.query<SilentRun>(
    `select r.id, r.name, r.training_step as step, r.heartbeat_at as "heartbeatAt",
       extract(epoch from now() - r.heartbeat_at)::float8 as age,
       coalesce((select max(epoch) from run_attempts where run_id = r.id), 0) as epoch
     from runs r
     where r.${live} and r.kind = $1 and r.heartbeat_at < now() - make_interval(secs => $3)
       and not exists (select 1 from health_findings f where f.run_id = r.id and f.rule = $2 and f.closed_by is null)`,
    [kind, rule, seconds],
  )
  return rows
}

export interface HeardRun {
  readonly finding: number
  readonly id: number
  readonly name: string
  readonly step: number
  readonly heartbeatAt: Date
  /** It lives, and is heard again; else it has ended. */
  readonly isLive: boolean
}

/** Runs with an open finding of the rule that were heard since, or that ended. */
export async function heardAgain(sql: Sql, rule: string, seconds: number): Promise<HeardRun[]> {
  const { rows } = await sql.query<HeardRun>(
    `select f.id as finding, r.id, r.name, r.training_step as step, coalesce(r.heartbeat_at, now()) as "heartbeatAt",
       r.${live} as "isLive"
     from health_findings f join runs r on r.id = f.run_id
     where f.rule = $1 and f.closed_by is null
       and (not (r.${live}) or r.heartbeat_at >= now() - make_interval(secs => $2))`,
    [rule, seconds],
  )
  return rows
}
