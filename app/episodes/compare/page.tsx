import type { Metadata } from 'next'
import { plainFilter } from '@/components/episodes/plain-filters'
import { Page } from '@/components/shell/page'
import { CompareView } from '@/components/trajectory/compare/compare-view'
import { compareHref, readCompared } from '@/components/trajectory/compare/compared-ids'
import { ErrorState } from '@/components/ui/states'
import { serverCaller } from '@/server/api/root'
import { AppError } from '@/server/app-error'

interface ComparePageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Compare episodes' }

export default async function ComparePage({ searchParams }: ComparePageProps) {
  const { ids } = await searchParams
  const episodes = readCompared(ids)
  const comparison = await compare(episodes)
  if (comparison instanceof AppError)
    return (
      <Page title="Compare episodes">
        <ErrorState title="These episodes cannot be compared" message={comparison.message} />
      </Page>
    )
  const others = await serverCaller.episodes.list({
    filter: plainFilter({ task: comparison.task, run: comparison.columns[0]?.run }),
    limit: 100,
  })
  return <CompareView key={compareHref(episodes)} comparison={comparison} others={others.episodes} />
}

async function compare(episodes: readonly string[]) {
  if (episodes.length === 0)
    return new AppError(
      'BAD_INPUT',
      'Open an episode and choose “Compare”, or name episodes in the address: ?ids=12,15.',
    )
  return serverCaller.episodes.compare({ episodes: [...episodes] }).catch((error: unknown) => {
    if (error instanceof Error && error.cause instanceof AppError) return error.cause
    throw error
  })
}
