import { AppError } from '@/server/app-error'
import { webhookMessage } from '@/server/core/health/webhook-message'
import { pool } from '@/server/db/client'
import { insertDelivery } from '@/server/db/health-deliveries'
import { rulesAsSet } from './active-rules'

/** Queues a test of the rule's webhook; how it went stands in the delivery log. Throws BAD_INPUT when it has none. */
export async function testWebhook(rule: string, now = new Date()): Promise<{ delivery: number }> {
  const as = (await rulesAsSet()).find((one) => one.rule.id === rule)
  if (!as?.webhookUrl) throw new AppError('BAD_INPUT', 'Save a webhook URL first.', 'webhookUrl')
  const nothing = { run: null, finding: null, step: 0, at: now, threshold: null, value: null, evidence: [] }
  const body = JSON.stringify(webhookMessage({ event: 'test', rule: as.rule, ...nothing }))
  const test = { finding: null, rule, event: 'test', url: as.webhookUrl, body } as const
  return { delivery: await insertDelivery(pool(), test) }
}
