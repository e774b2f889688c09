import { listDeliveries } from '@/server/db/health-deliveries'
import { hasLiveWorker } from '@/server/db/workers'
import { rulesAsSet } from './active-rules'

const mostDeliveries = 50

/** The rules as they are set, and how their webhooks' calls went. */
export async function healthPage() {
  const [rules, deliveries, hasWorker] = await Promise.all([
    rulesAsSet(),
    listDeliveries(mostDeliveries),
    hasLiveWorker(),
  ])
  return {
    rules: rules.map(({ rule, enabled, threshold, webhookUrl }) => ({ id: rule.id, enabled, threshold, webhookUrl })),
    deliveries: deliveries.map(({ finding, url, ...delivery }) => ({
      ...delivery,
      // the rest of a webhook's address is often its secret
      host: new URL(url).host,
      run: finding && { id: finding.runId, name: finding.run.name },
    })),
    /** False: nobody judges runs or calls webhooks now. */
    hasWorker,
  }
}
