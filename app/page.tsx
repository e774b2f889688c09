import type { Metadata } from 'next'
import Link from 'next/link'
import { ArmsView } from '@/components/runs/arms-view'
import { RunsView } from '@/components/runs/runs-view'
import { type RunsViewState, readRunsView } from '@/components/runs/runs-view-state'
import { TrackingAddress } from '@/components/runs/tracking-address'
import { Page } from '@/components/shell/page'
import { Button } from '@/components/ui/button'
import { serverCaller } from '@/server/api/root'
import { orNotFound } from './or-not-found'

interface SearchPage {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Runs' }

export default async function RunsPage({ searchParams }: SearchPage) {
  const view = readRunsView(await searchParams)
  return (
    <Page
      title="Runs"
      actions={
        <Button asChild look="primary">
          <Link href="/launch">Launch a run</Link>
        </Button>
      }
    >
      <TrackingAddress />
      {view.grouped ? <Grouped view={view} /> : <OneByOne view={view} />}
    </Page>
  )
}

async function OneByOne({ view }: { view: RunsViewState }) {
  const { filter, sort, reverse, after } = view
  const initial = await orNotFound(serverCaller.runs.list({ filter, sort, reverse, after }))
  return <RunsView view={view} initial={initial} renderedAt={new Date()} />
}

async function Grouped({ view }: { view: RunsViewState }) {
  const { filter, sort, reverse, after } = view
  const [initial, counts] = await orNotFound(
    Promise.all([serverCaller.groups.arms({ filter, sort, reverse, after }), serverCaller.runs.counts()]),
  )
  return <ArmsView view={view} initial={initial} counts={counts} renderedAt={new Date()} />
}
