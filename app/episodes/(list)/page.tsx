import type { Metadata } from 'next'
import Link from 'next/link'
import { EpisodesView } from '@/components/episodes/episodes-view'
import { episodesHref, readEpisodesView } from '@/components/episodes/episodes-view-state'
import { Page } from '@/components/shell/page'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/states'
import { serverCaller } from '@/server/api/root'
import { AppError } from '@/server/app-error'

interface EpisodesPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Episodes' }

export default async function EpisodesPage({ searchParams }: EpisodesPageProps) {
  const view = readEpisodesView(await searchParams)
  const { filter, sort, reverse, after } = view
  const page = await serverCaller.episodes.list({ filter, sort, reverse, after }).catch((error: unknown) => {
    if (error instanceof Error && error.cause instanceof AppError && error.cause.field === 'after') return error.cause
    throw error
  })
  return (
    <Page
      title="Episodes"
      lead="Every episode that a run played, with what the environment told the agent at each step."
    >
      {page instanceof AppError ? (
        <ErrorState
          title="This page of the list is not there"
          message={page.message}
          retry={
            <Button asChild>
              <Link href={episodesHref({ ...view, after: null })}>First page</Link>
            </Button>
          }
        />
      ) : (
        <EpisodesView view={view} page={page} />
      )}
    </Page>
  )
}
