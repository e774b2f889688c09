import { readConfig } from '@/server/config'
import { dropOldDeliveries, settleDelivery, takeDelivery } from '@/server/db/health-deliveries'
import { sendWebhook } from './send-webhook'

/** Seconds until the next try after each failed one; after the last one it has failed. */
export const retryAfter: readonly number[] = [10, 60, 300, 1800]
/** Longer than a try may take, so that no other worker tries at the same time. */
const takenSeconds = 60

interface DeliveryOptions {
  readonly allowedHosts?: readonly string[]
  readonly timeoutMs?: number
  readonly isWanted?: () => boolean
}

/** Tries every delivery that is due once, one after the other; answers how many there were. */
export async function deliverWebhooks({
  allowedHosts = readConfig().webhookHosts,
  timeoutMs,
  isWanted = () => true,
}: DeliveryOptions = {}): Promise<number> {
  let tried = 0
  while (isWanted()) {
    const due = await takeDelivery(takenSeconds)
    if (!due) break
    const { id, url, body, tries } = due
    const call = { url, body, delivery: id, allowedHosts, ...(timeoutMs === undefined ? {} : { timeoutMs }) }
    const { delivered, answer } = await sendWebhook(call)
    await settleDelivery(id, { delivered, answer, retryIn: delivered ? null : (retryAfter[tries - 1] ?? null) })
    tried++
  }
  if (tried > 0) await dropOldDeliveries()
  return tried
}
