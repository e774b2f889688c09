import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { orNotFound } from '@/app/or-not-found'
import { ForkTestView } from '@/components/hints/fork-tests/fork-test-view'
import { serverCaller } from '@/server/api/root'

interface ForkTestPageProps {
  readonly params: Promise<{ test: string }>
}

export const dynamic = 'force-dynamic'

/** Once a request. */
const forkTestOf = cache(async (text: string) => {
  const id = Number(text)
  if (!Number.isInteger(id) || id < 1 || id > 2 ** 31 - 1) notFound()
  return await orNotFound(serverCaller.forkTests.get({ id }))
})

export async function generateMetadata({ params }: ForkTestPageProps): Promise<Metadata> {
  const { id } = await forkTestOf((await params).test)
  return { title: `Fork test #${id}` }
}

export default async function ForkTestPage({ params }: ForkTestPageProps) {
  const initial = await forkTestOf((await params).test)
  return <ForkTestView key={initial.id} initial={initial} renderedAt={new Date()} />
}
