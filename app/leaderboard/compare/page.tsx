import type { Metadata } from 'next'
import Link from 'next/link'
import { DiffersWarning } from '@/components/leaderboard/differs-warning'
import { FlipTable } from '@/components/leaderboard/flip-table'
import { RowChooser } from '@/components/leaderboard/row-chooser'
import { RowTests } from '@/components/leaderboard/row-tests'
import { readRowsAddress, rowsHref } from '@/components/leaderboard/rows-address'
import { Page } from '@/components/shell/page'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { isNotFound } from '@/server/api/is-not-found'
import { serverCaller } from '@/server/api/root'

interface SearchPage {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Two rows' }

export default async function CompareRowsPage({ searchParams }: SearchPage) {
  const address = readRowsAddress(await searchParams)
  if (!address) return <NoRows title="Choose two different rows" />
  const compared = await serverCaller.leaderboard.compare(address).catch((error: unknown) => {
    if (isNotFound(error)) return null
    throw error
  })
  if (!compared) return <NoRows title="One of these is no row of the leaderboard" />
  const { boards } = await serverCaller.leaderboard.show()
  const { first, second, suites, unshared } = compared
  const board = boards.find(({ rows }) => rows.some(({ run }) => run.id === first.id))
  return (
    <Page
      title={`#${first.id} against #${second.id}`}
      lead={
        <>
          <Link href={`/runs/${first.id}`} className="hover:underline">
            {first.name}
          </Link>{' '}
          and{' '}
          <Link href={`/runs/${second.id}`} className="hover:underline">
            {second.name}
          </Link>
          , task by task, on the test tasks that both played.
        </>
      }
      actions={
        <>
          <Button asChild>
            <Link href={rowsHref(second.id, first.id)}>Turn round</Link>
          </Button>
          <Button asChild>
            <Link href={`/compare?runs=${first.id},${second.id}`}>Curves and configuration</Link>
          </Button>
          <Button asChild>
            <Link href="/leaderboard">Leaderboard</Link>
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-1 gap-4">
        <DiffersWarning suites={suites} />
        {board && (
          <RowChooser
            key={`${first.id}/${second.id}`}
            rows={board.rows.map(({ run }) => run)}
            first={first.id}
            second={second.id}
          />
        )}
        <RowTests compared={compared} />
        {suites.map((suite) => (
          <Panel
            key={suite.name}
            flush
            title={`Task flips: ${suite.title}`}
            note={`${suite.lost.length + suite.gained.length} of ${suite.tasks} tasks moved; repeats of a task: ${suite.first.repeats} and ${suite.second.repeats}`}
          >
            <FlipTable first={first} second={second} suite={suite} />
          </Panel>
        ))}
        {unshared.length > 0 && (
          <p className="text-ink-soft">Only one of them was evaluated on {unshared.join(', ')}: left out.</p>
        )}
      </div>
    </Page>
  )
}

const NoRows = ({ title }: { title: string }) => (
  <Page title="Two rows">
    <Panel>
      <EmptyState
        title={title}
        action={
          <Button asChild look="primary">
            <Link href="/leaderboard">Open the leaderboard</Link>
          </Button>
        }
      >
        A run is a row once its final evaluation is in. An address such as{' '}
        <code className="whitespace-nowrap">?a=3&b=5</code> names two.
      </EmptyState>
    </Panel>
  </Page>
)
