import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { orNotFound } from '@/app/or-not-found'
import { RefusedEnvironments } from '@/components/environments/refused-environments'
import { SaveEpisode } from '@/components/playground/save-episode'
import { SessionView } from '@/components/playground/session-view'
import { StartView } from '@/components/playground/start-view'
import { Page } from '@/components/shell/page'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { serverCaller } from '@/server/api/root'

interface PlaygroundPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Playground' }

export default async function PlaygroundPage({ searchParams }: PlaygroundPageProps) {
  const { session } = await searchParams
  const [options, refused] = await Promise.all([serverCaller.playground.options(), serverCaller.environments.refused()])
  if (typeof session === 'string') return <Session id={session} sets={options.sets} />
  return (
    <Page
      title="Playground"
      lead="Call the tools by hand, as an agent would: see both feedbacks, what each call changes, and what the task expects."
    >
      <RefusedEnvironments refused={refused} />
      {options.suites.length === 0 ? (
        <Panel>
          <EmptyState title="No suite is stored yet">
            Start Envtune with <code>npm start</code>, which imports the starter suite.
          </EmptyState>
        </Panel>
      ) : (
        <StartView options={options} />
      )}
    </Page>
  )
}

type Sets = Awaited<ReturnType<typeof serverCaller.playground.options>>['sets']

async function Session({ id, sets }: { id: string; sets: Sets }) {
  const shown = await find(id)
  return (
    <Page
      title={shown.task ?? shown.domains.join(', ')}
      lead={
        shown.task === null
          ? `Bare domains with the tools of ${shown.suite}; nothing is judged.`
          : `${shown.suite}, ${shown.split}, ${shown.partition}: ${shown.domains.join(', ')}. The address is a link to exactly this.`
      }
      actions={
        <>
          <Button asChild>
            <Link href={`/playground?suite=${encodeURIComponent(shown.suite)}`}>Play something else</Link>
          </Button>
          {!shown.isFree && <SaveEpisode session={shown.id} isDisabled={shown.steps.length === 0} />}
        </>
      }
    >
      <SessionView shown={shown} sets={sets} />
    </Page>
  )
}

async function find(session: string) {
  if (!/^[0-9a-f]{20}$/.test(session)) notFound()
  return await orNotFound(serverCaller.playground.show({ session }))
}
