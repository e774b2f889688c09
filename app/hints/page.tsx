import type { Metadata } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { versionIn } from '@/app/version-in'
import { readScope } from '@/components/hints/hints-scope'
import { HintsTabs } from '@/components/hints/hints-tabs'
import { HintsView } from '@/components/hints/hints-view'
import { Page } from '@/components/shell/page'
import { serverCaller } from '@/server/api/root'
import { scopeChoices } from './scope-choices'

interface HintsPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Hints' }

export default async function HintsPage({ searchParams }: HintsPageProps) {
  const query = await searchParams
  const scope = readScope(query)
  const set = typeof query.set === 'string' && query.set ? query.set : 'built-in'
  const version = versionIn(query.version) ?? null
  const [initial, choices] = await orNotFound(
    Promise.all([serverCaller.hints.ledger({ set, version, ...scope }), scopeChoices(scope)]),
  )
  return (
    <Page
      title="Hints"
      lead="The environment as the thing one tunes: what it tells an agent whose call failed, and what the agent then did."
    >
      <HintsTabs here="/hints" scope={scope} />
      <HintsView
        key={`${set}/${version}/${scope.run}/${scope.group}`}
        initial={initial}
        scope={scope}
        choices={choices}
        renderedAt={new Date()}
      />
    </Page>
  )
}
