import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { orNotFound } from '@/app/or-not-found'
import { DraftView } from '@/components/hints/editor/draft-view'
import { readScope } from '@/components/hints/hints-scope'
import { HintsTabs } from '@/components/hints/hints-tabs'
import { Page } from '@/components/shell/page'
import { serverCaller } from '@/server/api/root'
import { scopeChoices } from '../../scope-choices'

interface DraftPageProps {
  readonly params: Promise<{ draft: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Edit hints' }

export default async function DraftPage({ params, searchParams }: DraftPageProps) {
  const [{ draft: text }, query] = await Promise.all([params, searchParams])
  if (!/^[1-9]\d{0,8}$/.test(text)) notFound()
  const [draft, catalogue, choices] = await orNotFound(
    Promise.all([
      serverCaller.hints.draft({ draft: Number(text) }),
      serverCaller.hints.catalogue(),
      scopeChoices(readScope(query)),
    ]),
  )
  return (
    <Page
      title="Edit hints"
      lead="Every change is stored at once; nothing uses the draft until it is saved as a version."
    >
      <HintsTabs here={null} scope={{ run: null, group: null }} />
      <DraftView key={draft.id} initial={draft} catalogue={catalogue} choices={choices} />
    </Page>
  )
}
