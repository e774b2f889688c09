import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { orNotFound } from '@/app/or-not-found'
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

const versionOf = (text: unknown): number | null =>
  typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null

export default async function SetPage({ params, searchParams }: SetPageProps) {
  const [{ name, version: text }, query] = await Promise.all([params, searchParams])
  const version = versionOf(text)
  if (version === null) notFound()
  const set = await orNotFound(
    serverCaller.hints.set({ name: decodeURIComponent(name), version, against: versionOf(query.against) }),
  )
  return (
    <Page title={set.title} lead={<code>{set.name}</code>}>
      <HintsTabs here={null} scope={{ run: null, group: null }} />
      <SetView key={`${set.name}/${set.version}`} set={set} />
    </Page>
  )
}
