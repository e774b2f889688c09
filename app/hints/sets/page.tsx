import type { Metadata } from 'next'
import { readScope } from '@/components/hints/hints-scope'
import { HintsTabs } from '@/components/hints/hints-tabs'
import { SetsView } from '@/components/hints/sets-view'
import { Page } from '@/components/shell/page'
import { serverCaller } from '@/server/api/root'

interface SetsPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Sets of hints' }

export default async function SetsPage({ searchParams }: SetsPageProps) {
  const [query, sets] = await Promise.all([searchParams, serverCaller.hints.sets()])
  return (
    <Page title="Sets of hints" lead="Versions that runs are launched with, and drafts of the next ones.">
      <HintsTabs here="/hints/sets" scope={readScope(query)} />
      <SetsView {...sets} />
    </Page>
  )
}
