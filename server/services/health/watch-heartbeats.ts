import type { Evidence } from '@/server/core/health/health-rule'
import { noHeartbeat, noNews } from '@/server/core/health/heartbeat-rules'
import { closeFinding, insertFinding } from '@/server/db/health-findings'
import { storeOpenRules } from '@/server/db/health-runs'
import { heardAgain, lockHeartbeats, newlySilentRuns, type SilentRun } from '@/server/db/silent-runs'
import { inTransaction, type Sql } from '@/server/db/transaction'
import { announceNow } from '@/server/services/recording/announce-run'
import { type RuleAsSet, rulesAsSet } from './active-rules'
import { queueWebhook } from './queue-webhook'

const watched = [
  { rule: noHeartbeat, kind: 'training' },
  { rule: noNews, kind: 'external' },
] as const

/** Opens a finding for every run that fell silent, and closes those of runs that were heard again or have ended. */
export async function watchHeartbeats(now = new Date()): Promise<void> {
  const set = await rulesAsSet()
  await inTransaction(async (sql) => {
    if (!(await lockHeartbeats(sql))) return
    for (const { rule, kind } of watched) {
      const as = set.find((one) => one.rule.id === rule.id)
      if (as?.enabled) await watchRule(sql, { as, kind, set, now })
    }
  })
}

interface Watch {
  readonly as: RuleAsSet
  readonly kind: string
  readonly set: readonly RuleAsSet[]
  readonly now: Date
}

async function watchRule(sql: Sql, { as: { rule, threshold }, kind, set, now }: Watch): Promise<void> {
  for (const run of await heardAgain(sql, rule.id, threshold)) {
    const at = run.isLive ? run.heartbeatAt : now
    await closeFinding(sql, run.finding, { step: run.step, at, by: run.isLive ? 'calm' : 'ended' })
    await tellPages(sql, run.id)
    const news = { event: 'closed', rule: rule.id, finding: run.finding, step: run.step, at } as const
    await queueWebhook(sql, {
      set,
      run: { id: run.id, name: run.name },
      ...news,
      evidence: [],
      threshold: null,
      value: null,
      now,
    })
  }
  for (const run of await newlySilentRuns(sql, { kind, rule: rule.id, seconds: threshold })) {
    const found = { rule: rule.id, threshold, value: run.age, evidence: evidenceOf(run), step: run.step }
    const at = new Date(run.heartbeatAt.getTime() + threshold * 1000)
    const finding = await insertFinding(sql, { run: run.id, epoch: run.epoch, ...found, at })
    await tellPages(sql, run.id)
    await queueWebhook(sql, { set, run, event: 'opened', finding, ...found, at, now })
  }
}

/** Pages follow the run's change number. */
async function tellPages(sql: Sql, runId: number): Promise<void> {
  await announceNow(runId, Number(await storeOpenRules(sql, runId)), sql)
}

function evidenceOf({ age, step, heartbeatAt }: SilentRun): Evidence[] {
  const label = `Last heard at ${heartbeatAt.toISOString().slice(0, 19).replace('T', ' ')} UTC`
  return [{ input: 'heartbeat', label, unit: 'seconds', value: age, points: [[step, age]] }]
}
