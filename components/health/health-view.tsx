'use client'

import { useQuery } from '@tanstack/react-query'
import type { ApiOutput } from '@/components/data/api-types'
import { renderedFirst } from '@/components/data/rendered-first'
import { useTRPC } from '@/components/data/trpc'
import { Panel } from '@/components/ui/panel'
import { StaleNotice } from '@/components/ui/stale-notice'
import { EmptyState } from '@/components/ui/states'
import { healthRules } from '@/server/core/health/health-rules'
import { DeliveriesTable } from './deliveries-table'
import { NotifySwitch } from './notify-switch'
import { RuleForm } from './rule-form'

interface HealthViewProps {
  readonly initial: ApiOutput['health']['page']
  readonly renderedAt: Date
}

/** Every rule with its switch, threshold and webhook; notifications of this browser; the calls that were made. */
export function HealthView({ initial, renderedAt }: HealthViewProps) {
  const trpc = useTRPC()
  const page = useQuery(
    trpc.health.page.queryOptions(undefined, { ...renderedFirst(initial, renderedAt), refetchInterval: 5000 }),
  )
  const { rules, deliveries, hasWorker } = page.data
  return (
    <div className="grid grid-cols-1 gap-4">
      {page.isError && <StaleNotice error={page.error} />}
      {!hasWorker && (
        <p role="status" className="rounded-md bg-warn-soft px-3 py-2 text-warn">
          No worker is alive: runs are not judged and no webhook is called. Start Envtune with <code>npm start</code>.
        </p>
      )}
      <NotifySwitch />
      <Panel title="Rules" flush>
        <div className="divide-y divide-line">
          {healthRules.map((rule) => {
            const set = rules.find(({ id }) => id === rule.id)
            return set && <RuleForm key={rule.id} rule={rule} set={set} />
          })}
        </div>
      </Panel>
      <Panel title="Webhook calls" note="The newest fifty; kept for thirty days" flush>
        {deliveries.length === 0 ? (
          <EmptyState title="No call yet">Give a rule a webhook URL above and send a test.</EmptyState>
        ) : (
          <DeliveriesTable deliveries={deliveries} />
        )}
      </Panel>
    </div>
  )
}
