import type { Metadata } from 'next'
import Link from 'next/link'
import { TableExport } from '@/components/compare/table-export'
import { boardNumbers, boardTable } from '@/components/leaderboard/board-export'
import { BoardTable } from '@/components/leaderboard/board-table'
import { DistributionScatter } from '@/components/leaderboard/distribution-scatter'
import { PublishedTable } from '@/components/leaderboard/published-table'
import { publishedPlain, publishedTables } from '@/components/leaderboard/published-tables'
import { repeatsNumbers, repeatsTable } from '@/components/leaderboard/repeats-export'
import { RepeatsTable } from '@/components/leaderboard/repeats-table'
import { RowChooser } from '@/components/leaderboard/row-chooser'
import { Page } from '@/components/shell/page'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { serverCaller } from '@/server/api/root'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Leaderboard' }

export default async function LeaderboardPage() {
  const [{ boards, published }, repeated] = await Promise.all([
    serverCaller.leaderboard.show(),
    serverCaller.leaderboard.repeated(),
  ])
  return (
    <Page
      title="Leaderboard"
      lead="Held-out test tasks with standard feedback under the benchmark’s rules; trained policies play greedily, endpoints at their temperature. 95 % intervals over dialogues; rows within noise of each other share a rank."
    >
      <div className="grid gap-4">
        {boards.length === 0 && (
          <Panel title="Measured here">
            <EmptyState
              title="No finished run yet"
              action={
                <Button asChild look="primary">
                  <Link href="/launch">Launch a run</Link>
                </Button>
              }
            >
              A run’s row appears when its final evaluation is in.
            </EmptyState>
          </Panel>
        )}
        {boards.map((board) => (
          <Board key={board.suite} board={board} repeated={repeated.filter((row) => row.board === board.suite)} />
        ))}
        {publishedTables(published).map((table) => (
          <Panel
            key={table.suite}
            flush
            title={
              <span className="flex flex-wrap items-center gap-2">
                {table.suite} <Badge tone="warn">published, not measured here</Badge>
              </span>
            }
            actions={
              <TableExport
                table={publishedPlain(table)}
                numbers={publishedPlain(table)}
                caption={`${table.suite}, percent, as published in arXiv 2510.10197; not measured here.`}
                name={`published-${table.suite}`}
              />
            }
            note="From arXiv 2510.10197. Prompt format, draw of tasks and tool versions differ from ours: not ranked together."
          >
            <PublishedTable table={table} />
          </Panel>
        ))}
      </div>
    </Page>
  )
}

type Shown = Awaited<ReturnType<typeof serverCaller.leaderboard.show>>['boards'][number]

interface BoardProps {
  readonly board: Shown
  readonly repeated: Awaited<ReturnType<typeof serverCaller.leaderboard.repeated>>
}

function Board({ board: { suite, title, rows }, repeated }: BoardProps) {
  return (
    <div className="grid grid-cols-1 gap-4">
      <Panel
        flush
        title={title}
        note={`Suite ${suite}; every score opens its episodes; the built-in CPU policy is no language model, its scores compare environments, not models`}
        actions={
          <TableExport
            table={boardTable(rows)}
            numbers={boardNumbers(rows)}
            caption={`${suite}: test tasks, 95 % intervals over dialogues in brackets; rows within noise of each other share a rank.`}
            name={`leaderboard-${suite}`}
          />
        }
      >
        <BoardTable rows={rows} />
      </Panel>
      {rows.length > 1 && (
        <Panel title="Two rows on the same tasks" note="Exact McNemar test, paired intervals, and the tasks that moved">
          <RowChooser rows={rows.map(({ run }) => run)} />
        </Panel>
      )}
      {repeated.length > 0 && (
        <Panel
          flush
          title="Several attempts at a task"
          note="pass@k: one of k attempts succeeds; pass^k: all of them do. Unbiased, from all repeats; bootstrap over dialogues"
          actions={
            <TableExport
              table={repeatsTable(repeated)}
              numbers={repeatsNumbers(repeated)}
              caption={`${suite} and suites beside it: k attempts at a task, 95 % intervals over dialogues in brackets.`}
              name={`attempts-${suite}`}
            />
          }
        >
          <RepeatsTable rows={repeated} />
        </Panel>
      )}
      <Panel title={`In against out of distribution: ${suite}`} className="max-w-3xl">
        <DistributionScatter rows={rows} />
      </Panel>
    </div>
  )
}
