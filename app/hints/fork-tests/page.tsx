import type { Metadata } from 'next'
import { ForkTestsView } from '@/components/hints/fork-tests/fork-tests-view'
import { readScope } from '@/components/hints/hints-scope'
import { HintsTabs } from '@/components/hints/hints-tabs'
import { Page } from '@/components/shell/page'
import { serverCaller } from '@/server/api/root'

interface ForkTestsPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Fork tests' }

export default async function ForkTestsPage({ searchParams }: ForkTestsPageProps) {
  const query = await searchParams
  const scope = readScope(query)
  const number = Number(query.before)
  const before = Number.isInteger(number) && number > 0 && number < 2 ** 31 ? number : null
  const initial = await serverCaller.forkTests.list({ before })
  return (
    <Page
      title="Fork tests"
      lead="Does a hint help? Recorded failing calls, played on with it and without: what the hint causes, not what was observed beside it."
    >
      <HintsTabs here="/hints/fork-tests" scope={scope} />
      <ForkTestsView key={before} initial={initial} before={before} scope={scope} renderedAt={new Date()} />
    </Page>
  )
}
