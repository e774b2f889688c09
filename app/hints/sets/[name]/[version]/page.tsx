import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HintsTabs } from '@/components/hints/hints-tabs'
import { SetView } from '@/components/hints/set-view'
import { Page } from '@/components/shell/page'
import { isNotFound } from '@/server/api/is-not-found'
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
  const set = await serverCaller.hints
    .set({ name: decodeURIComponent(name), version, against: versionOf(query.against) })
    .catch((error: unknown) => {
      if (isNotFound(error)) notFound()
      throw error
    })
  return (
    <Page title={set.title} lead={<code>{set.name}</code>}>
      <HintsTabs here={null} scope={{ run: null, group: null }} />
      <SetView key={`${set.name}/${set.version}`} set={set} />
    </Page>
  )
}
