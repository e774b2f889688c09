import type { Metadata } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { readScope } from '@/components/hints/hints-scope'
import { HintsTabs } from '@/components/hints/hints-tabs'
import { MissingView } from '@/components/hints/missing-view'
import { Page } from '@/components/shell/page'
import { serverCaller } from '@/server/api/root'
import { scopeChoices } from '../scope-choices'

interface MissingPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Missing hints' }

export default async function MissingPage({ searchParams }: MissingPageProps) {
  const query = await searchParams
  const scope = readScope(query)
  const set = typeof query.set === 'string' && query.set ? query.set : 'built-in'
  const [initial, proposals, choices] = await orNotFound(
    Promise.all([serverCaller.hints.missing({ set, ...scope }), serverCaller.hints.proposals(), scopeChoices(scope)]),
  )
  return (
    <Page title="Missing hints" lead="Where the environment still answers vaguely, and what that may have cost.">
      <HintsTabs here="/hints/missing" scope={scope} />
      <MissingView
        key={`${set}/${scope.run}/${scope.group}`}
        initial={initial}
        proposals={proposals}
        set={set}
        scope={scope}
        choices={choices}
        renderedAt={new Date()}
      />
    </Page>
  )
}
