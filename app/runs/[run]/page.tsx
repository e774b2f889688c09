import { notFound, redirect } from 'next/navigation'
import { isRunTab } from '@/components/runs/page/run-tabs'
import { RunView } from '@/components/runs/page/run-view'
import { isNotFound } from '@/server/api/is-not-found'
import { serverCaller } from '@/server/api/root'

interface RunPageProps {
  readonly params: Promise<{ run: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'

export default async function RunPage({ params, searchParams }: RunPageProps) {
  const run = Number((await params).run)
  const { tab } = await searchParams
  const shown = isRunTab(tab) ? tab : 'overview'
  const [initial, series, snapshot, tracked] = await Promise.all([
    serverCaller.runs.get({ run }),
    shown === 'overview' ? serverCaller.runs.series({ run }) : emptySeries,
    shown === 'config' ? serverCaller.runs.snapshot({ run }) : null,
    shown === 'tracked' ? serverCaller.runs.tracked({ run }) : null,
  ]).catch((error: unknown) => {
    if (isNotFound(error)) notFound()
    throw error
  })
  if (initial.kind === 'evaluation') redirect(`/evaluations/${run}`)
  const view = { initial, series, snapshot, tracked, tab: shown, renderedAt: new Date() }
  return <RunView key={run} {...view} />
}

const emptySeries: Awaited<ReturnType<typeof serverCaller.runs.series>> = { width: 1, series: [], last: -1 }
