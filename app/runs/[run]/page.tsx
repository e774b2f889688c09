import { notFound, redirect } from 'next/navigation'
import type { RunConfiguration } from '@/components/runs/page/run-config'
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
  const { tab, against } = await searchParams
  const shown = isRunTab(tab) ? tab : 'overview'
  const [initial, series, configuration, tracked] = await Promise.all([
    serverCaller.runs.get({ run }),
    shown === 'overview' ? serverCaller.runs.series({ run }) : emptySeries,
    shown === 'config' ? configurationOf(run, against) : null,
    shown === 'tracked' ? serverCaller.runs.tracked({ run }) : null,
  ]).catch((error: unknown) => {
    if (isNotFound(error)) notFound()
    throw error
  })
  if (initial.kind === 'evaluation') redirect(`/evaluations/${run}`)
  const view = { initial, series, configuration, tracked, tab: shown, renderedAt: new Date() }
  return <RunView key={run} {...view} />
}

/** What the run was made of, held against the run that the address names, else against its parent. */
async function configurationOf(run: number, asked: string | string[] | undefined): Promise<RunConfiguration> {
  const [snapshot, { parent }] = await Promise.all([
    serverCaller.runs.snapshot({ run }),
    serverCaller.runs.get({ run }),
  ])
  const named = typeof asked === 'string' && /^[0-9]{1,9}$/.test(asked) && Number(asked) > 0 ? Number(asked) : null
  const against = named ?? parent?.id ?? null
  const compared = against === null ? null : await serverCaller.compare.runs({ runs: [run, against] })
  return { snapshot, against, compared }
}

const emptySeries: Awaited<ReturnType<typeof serverCaller.runs.series>> = { width: 1, series: [], last: -1 }
