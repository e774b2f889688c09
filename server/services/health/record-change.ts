import type pg from 'pg'
import type { HealthChange } from '@/server/core/health/judge-run'
import { closeFinding, insertFinding } from '@/server/db/health-findings'
import type { RuleAsSet } from './active-rules'
import { queueWebhook } from './queue-webhook'

/** What is known of a finding that is open. */
interface OpenFinding {
  readonly id: number
  readonly openedStep: number
  readonly openedAt: Date
}

interface RecordedChange {
  readonly run: { readonly id: number; readonly name: string; readonly epoch: number }
  readonly change: HealthChange
  readonly set: readonly RuleAsSet[]
  /** Open findings by rule; kept up with the changes. */
  readonly known: Map<string, OpenFinding>
  readonly now: Date
}

/** Stores that a rule fired or calmed down, and tells whoever wants to be told. */
export async function recordChange(sql: pg.PoolClient, recorded: RecordedChange): Promise<void> {
  const { run, change, known } = recorded
  const at = new Date(change.at)
  if (change.kind === 'opened') {
    const { rule, step, threshold, value, evidence } = change
    const finding = { run: run.id, epoch: run.epoch, rule, threshold, value, evidence, step, at }
    const id = await insertFinding(sql, finding)
    known.set(rule, { id, openedStep: step, openedAt: at })
    await queueWebhook(sql, { ...recorded, event: 'opened', rule, finding: id, step, at, evidence, threshold, value })
    return
  }
  const open = known.get(change.rule)
  if (!open) return
  known.delete(change.rule)
  await closeFinding(sql, open.id, { step: change.step, at, by: change.by })
  const closed = { event: 'closed', rule: change.rule, finding: open.id, step: change.step, at } as const
  await queueWebhook(sql, { ...recorded, ...closed, evidence: [], threshold: null, value: null })
}
