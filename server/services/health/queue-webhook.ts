import type { Evidence } from '@/server/core/health/health-rule'
import { webhookMessage } from '@/server/core/health/webhook-message'
import { insertDelivery } from '@/server/db/health-deliveries'
import type { Sql } from '@/server/db/transaction'
import type { RuleAsSet } from './active-rules'

/** Older news are history, as of a run whose points were imported: nobody is called for them. */
const newsMs = 15 * 60_000

interface News {
  readonly set: readonly RuleAsSet[]
  readonly run: { readonly id: number; readonly name: string }
  readonly event: 'opened' | 'closed'
  readonly rule: string
  readonly finding: number
  readonly step: number
  readonly at: Date
  readonly threshold: number | null
  readonly value: number | null
  readonly evidence: readonly Evidence[]
  readonly now: Date
}

/** Queues the rule's webhook, if it has one, in the transaction of what it tells. */
export async function queueWebhook(sql: Sql, { set, now, ...news }: News): Promise<void> {
  const as = set.find(({ rule }) => rule.id === news.rule)
  if (!as?.webhookUrl || now.getTime() - news.at.getTime() > newsMs) return
  const body = JSON.stringify(webhookMessage({ ...news, rule: as.rule }))
  await insertDelivery(sql, { finding: news.finding, rule: news.rule, event: news.event, url: as.webhookUrl, body })
}
