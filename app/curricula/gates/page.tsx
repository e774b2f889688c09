import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { orNotFound } from '@/app/or-not-found'
import { GateSimulator } from '@/components/curricula/gate-simulator'
import { RunChoice } from '@/components/curricula/run-choice'
import { Page } from '@/components/shell/page'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { serverCaller } from '@/server/api/root'

interface GatesPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Gate simulator' }

export default async function GatesPage({ searchParams }: GatesPageProps) {
  const query = await searchParams
  const [runs, { curricula }] = await Promise.all([serverCaller.curricula.gatedRuns(), serverCaller.launch.options()])
  const wanted = query.run === undefined ? runs[0]?.id : Number(query.run)
  const series = wanted === undefined ? null : await seriesOf(wanted)
  return (
    <Page
      title="Gate simulator"
      lead="A gate is played over what a run recorded: at which step of each stage it would have ended it, and why not earlier."
    >
      {series === null ? (
        <Panel>
          <EmptyState title="No run has validated yet">
            <Link href="/launch" className="underline">
              Launch a run
            </Link>
            : its gates can be tried from its first validation on.
          </EmptyState>
        </Panel>
      ) : (
        <div className="grid min-w-0 gap-4">
          <RunChoice runs={runs} chosen={series.run} />
          <GateSimulator key={series.run.id} series={series} curricula={curricula} renderedAt={new Date()} />
        </div>
      )}
    </Page>
  )
}

async function seriesOf(run: number) {
  if (!Number.isInteger(run) || run < 1 || run >= 2 ** 31) notFound()
  return await orNotFound(serverCaller.curricula.gateSeries({ run }))
}
