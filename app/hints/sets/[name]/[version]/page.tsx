import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { orNotFound } from '@/app/or-not-found'
import { versionIn } from '@/app/version-in'
import { HintsTabs } from '@/components/hints/hints-tabs'
import { SetView } from '@/components/hints/set-view'
import { Page } from '@/components/shell/page'
import { serverCaller } from '@/server/api/root'

interface SetPageProps {
  readonly params: Promise<{ name: string; version: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'A set of hints' }

export default async function SetPage({ params, searchParams }: SetPageProps) {
  const [{ name, version }, query] = await Promise.all([params, searchParams])
  const set = await orNotFound(
    serverCaller.hints.set({
      name: decodeURIComponent(name),
      version: versionIn(version) ?? notFound(),
      against: versionIn(query.against) ?? null,
    }),
  )
  return (
    <Page title={set.title} lead={<code>{set.name}</code>}>
      <HintsTabs here={null} scope={{ run: null, group: null }} />
      <SetView key={`${set.name}/${set.version}`} set={set} />
    </Page>
  )
}
