import type { Metadata } from 'next'
import { EvaluationsView } from '@/components/evaluations/evaluations-view'
import { Page } from '@/components/shell/page'
import { serverCaller } from '@/server/api/root'

interface EvaluationsPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Evaluations' }

export default async function EvaluationsPage({ searchParams }: EvaluationsPageProps) {
  const number = Number((await searchParams).before)
  const before = Number.isInteger(number) && number > 0 && number < 2 ** 31 ? number : null
  const initial = await serverCaller.evaluations.list({ before })
  return (
    <Page
      title="Evaluations"
      lead="Chat models behind OpenAI-compatible addresses, played on the suites’ test tasks. What an endpoint fails to do is played again, never counted as wrong."
    >
      <EvaluationsView key={before} initial={initial} before={before} renderedAt={new Date()} />
    </Page>
  )
}
