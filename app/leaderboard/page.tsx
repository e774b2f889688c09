import type { Metadata } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { TableExport } from '@/components/compare/table-export'
import { boardNumbers, boardTable } from '@/components/leaderboard/board-export'
import { outsideSuites } from '@/components/leaderboard/board-row'
import { BoardTable } from '@/components/leaderboard/board-table'
import { BoardToolbar } from '@/components/leaderboard/board-toolbar'
import { type BoardViewState, readBoardView, showsSuite } from '@/components/leaderboard/board-view-state'
import { DistributionScatter } from '@/components/leaderboard/distribution-scatter'
import { NoRows } from '@/components/leaderboard/no-rows'
import { Published } from '@/components/leaderboard/published'
import { publishedTables } from '@/components/leaderboard/published-tables'
import { repeatsNumbers, repeatsTable } from '@/components/leaderboard/repeats-export'
import { RepeatsTable } from '@/components/leaderboard/repeats-table'
import { RowChooser } from '@/components/leaderboard/row-chooser'
import { Page } from '@/components/shell/page'
import { Panel } from '@/components/ui/panel'
import { serverCaller } from '@/server/api/root'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Leaderboard' }

interface SearchPage {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function LeaderboardPage({ searchParams }: SearchPage) {
  const view = readBoardView(await searchParams)
  const [{ boards: found, published: scores, ...rest }, repeated] = await orNotFound(
    Promise.all([serverCaller.leaderboard.show({ filter: view.filter }), serverCaller.leaderboard.repeated()]),
  )
  const boards = found.filter(({ suite }) => showsSuite(view, suite))
  const published = publishedTables(scores).filter(({ suite }) => showsSuite(view, suite))
  const runs = boards.flatMap(({ rows }) => rows.map(({ run }) => run.id))
  return (
    <Page
      title="Leaderboard"
      lead="Held-out test tasks with standard feedback under the benchmark’s rules; trained policies play greedily, endpoints at their temperature. 95 % intervals over dialogues; rows within noise of each other share a rank."
    >
      <div className="grid grid-cols-1 gap-4">
        <BoardToolbar values={rest.values} runs={runs} published={published.length > 0} />
        {boards.length === 0 && (
          <Panel title="Measured here">
            <NoRows isEmpty={rest.isEmpty} problem={rest.problem} hasPublished={published.length > 0} />
          </Panel>
        )}
        {boards.map((board) => (
          <Board key={board.suite} view={view} board={board} repeated={repeatedOf(board, repeated)} />
        ))}
        {published.map((table) => (
          <Published key={table.suite} table={table} />
        ))}
      </div>
    </Page>
  )
}

type Shown = Awaited<ReturnType<typeof serverCaller.leaderboard.show>>['boards'][number]
type Repeated = Awaited<ReturnType<typeof serverCaller.leaderboard.repeated>>

const repeatedOf = ({ suite, rows }: Shown, repeated: Repeated): Repeated =>
  repeated.filter(({ board, run }) => board === suite && rows.some((row) => row.run.id === run.id))

interface BoardProps {
  readonly view: BoardViewState
  readonly board: Shown
  readonly repeated: Repeated
}

function Board({ view, board: { suite, title, rows }, repeated }: BoardProps) {
  const outside = outsideSuites(rows).filter((other) => showsSuite(view, other))
  return (
    <div className="grid grid-cols-1 gap-4">
      <Panel
        flush
        title={title}
        note={`Suite ${suite}; every score opens its episodes; the built-in CPU policy is no language model, its scores compare environments, not models`}
        actions={
          <TableExport
            table={boardTable(rows, outside)}
            numbers={boardNumbers(rows, outside)}
            caption={`${suite}: test tasks, 95 % intervals over dialogues in brackets; rows within noise of each other share a rank.`}
            name={`leaderboard-${suite}`}
          />
        }
      >
        <BoardTable suite={suite} rows={rows} outside={outside} />
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
      <Panel title={`In against out of distribution: ${suite}`}>
        <DistributionScatter rows={rows} />
      </Panel>
    </div>
  )
}
