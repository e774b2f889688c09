import type { Metadata } from 'next'
import { HealthView } from '@/components/health/health-view'
import { Page } from '@/components/shell/page'
import { serverCaller } from '@/server/api/root'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Health rules' }

export default async function HealthRulesPage() {
  const initial = await serverCaller.health.page()
  return (
    <Page
      title="Health rules"
      lead="Every run is held against these rules step by step. A warning keeps the values that fired it; a changed threshold holds from the next step on."
    >
      <HealthView initial={initial} renderedAt={new Date()} />
    </Page>
  )
}
