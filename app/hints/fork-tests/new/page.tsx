import type { Metadata } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { NewForkTestForm } from '@/components/hints/fork-tests/new-fork-test-form'
import { firstForkTest } from '@/components/hints/fork-tests/new-fork-test-state'
import { readScope } from '@/components/hints/hints-scope'
import { HintsTabs } from '@/components/hints/hints-tabs'
import { Page } from '@/components/shell/page'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { serverCaller } from '@/server/api/root'
import { scopeChoices } from '../../scope-choices'

interface NewForkTestPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'New fork test' }

export default async function NewForkTestPage({ searchParams }: NewForkTestPageProps) {
  const query = await searchParams
  const scope = readScope(query)
  // what was recorded elsewhere cannot be played on from
  const [options, { runs }] = await orNotFound(
    Promise.all([serverCaller.forkTests.options(), scopeChoices(scope, 'kind = training, external')]),
  )
  return (
    <Page title="New fork test" lead="Recorded failing calls go on from where they stand, with a hint and without.">
      <HintsTabs here={null} scope={scope} />
      {runs.length === 0 ? (
        <Panel>
          <EmptyState title="No run has failed yet">
            Fork tests go on from recorded failing calls: launch a run first, and come back while it trains.
          </EmptyState>
        </Panel>
      ) : (
        <NewForkTestForm options={options} runs={runs} start={firstForkTest(query, runs[0]?.id ?? null)} />
      )}
    </Page>
  )
}
