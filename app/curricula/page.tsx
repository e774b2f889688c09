import type { Metadata } from 'next'
import Link from 'next/link'
import { CurriculaTable } from '@/components/curricula/curricula-table'
import { Page } from '@/components/shell/page'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { serverCaller } from '@/server/api/root'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Curricula' }

export default async function CurriculaPage() {
  const curricula = await serverCaller.curricula.list()
  return (
    <Page
      title="Curricula"
      lead="Stages in order: what each trains on, what it rewards, what the agent is told, and the gate that ends it."
      actions={
        <>
          <Button asChild>
            <Link href="/curricula/gates">Gate simulator</Link>
          </Button>
          <Button asChild look="primary">
            <Link href="/curricula/edit">New curriculum</Link>
          </Button>
        </>
      }
    >
      <Panel flush>
        {curricula.length === 0 ? (
          <EmptyState title="No curriculum is stored yet">
            Start Envtune with <code>npm start</code>, which stores those that come with it, or make one.
          </EmptyState>
        ) : (
          <CurriculaTable curricula={curricula} />
        )}
      </Panel>
    </Page>
  )
}
