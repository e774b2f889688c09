import Link from 'next/link'
import { Fragment } from 'react'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { missing, percent, points } from '@/components/ui/format'
import { allTestEpisodesHref, type BoardRow, hasMeasures, scoreOn, shownSplits, testEpisodesHref } from './board-row'
import { EpisodesLink } from './episodes-link'
import { MeasureCells, MeasureHeads } from './measure-cells'
import { MeasuredCell } from './measured-cell'
import { rowsHref } from './rows-address'
import { RunCell } from './run-cell'
import { ScoreBar } from './score-bar'
import { ScoreCell } from './score-cell'

const intervalMethod = '95 % interval: bootstrap over dialogues, Wilson where all are right or all wrong'

interface BoardTableProps {
  readonly suite: string
  readonly rows: readonly BoardRow[]
  /** Suites beside it that have columns. */
  readonly outside: readonly string[]
}

/** Models measured here, ranked on the main suite; rows within noise of each other share a rank. */
export function BoardTable(props: BoardTableProps) {
  const [best] = props.rows
  return (
    <TableFrame label="Measured here">
      <Table className="[&_td]:px-2 [&_th]:px-2 [&_tr>:first-child]:pl-3 [&_tr>:last-child]:pr-3">
        <BoardHead {...props} />
        <tbody>
          {props.rows.map((row) => (
            <BodyRow key={row.run.id} {...props} row={row} best={best} />
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}

const BoardHead = ({ suite: own, rows, outside }: BoardTableProps) => (
  <thead>
    <tr>
      <Th numeric title="1 + the rows shown whose whole 95 % interval of turn accuracy lies above this row's">
        Rank
      </Th>
      <Th>Run</Th>
      <Th numeric title={`Right turns of all turns, ${intervalMethod}`}>
        Turn accuracy
      </Th>
      <Th numeric title={`Solved tasks of all tasks, ${intervalMethod}`}>
        Task accuracy
      </Th>
      <MeasureHeads rows={rows} suite={own} />
      {shownSplits(rows).map((split) => (
        <Th key={split} numeric title={`Turn accuracy on ${split} tasks`}>
          {split}
        </Th>
      ))}
      {outside.map((suite) => (
        <Fragment key={suite}>
          <Th numeric title={`${outsideScore(rows, suite)}, out of distribution, ${intervalMethod}`}>
            {suite}
            {hasMeasures(rows, suite) && ': end-to-end accuracy'}
          </Th>
          <MeasureHeads rows={rows} suite={suite} />
        </Fragment>
      ))}
      <Th numeric title="In minus out of distribution, in points; bootstrap over dialogues">
        Gap
      </Th>
      <Th numeric title="Irrelevance: tasks in which something was called in a turn that had to stay empty">
        Irrel.
      </Th>
      <Th numeric title="Tasks, and how often each was played; repeats are pooled">
        Tasks
      </Th>
      <Th title="Date, and the hash of environment, checker and suite">Measured</Th>
      <Th title="Paired tests on the same tasks as the first row, and the tasks that moved">
        <span className="sr-only">Against the first</span>
      </Th>
    </tr>
  </thead>
)

interface BodyRowProps extends BoardTableProps {
  readonly row: BoardRow
  readonly best: BoardRow | undefined
}

function BodyRow({ suite: own, rows, outside, row, best }: BodyRowProps) {
  const { run, inside, gap } = row
  const href = testEpisodesHref(run.id, inside)
  return (
    <tr className="hover:bg-raised/60">
      <Td numeric>{row.rank}</Td>
      <RunCell row={row} />
      <ScoreCell interval={inside.turn} href={href}>
        <ScoreBar score={inside.turn} label={`Turn accuracy of ${run.name}`} />
      </ScoreCell>
      <ScoreCell interval={inside.task} href={href}>
        {percent(inside.task.value)}
      </ScoreCell>
      <MeasureCells rows={rows} row={row} suite={own} />
      {shownSplits(rows).map((split) => (
        <Td key={split} numeric className="whitespace-nowrap">
          {inside.bySplit[split] === undefined ? (
            missing
          ) : (
            <EpisodesLink href={testEpisodesHref(run.id, inside, { split })}>
              {percent(inside.bySplit[split])}
            </EpisodesLink>
          )}
        </Td>
      ))}
      {outside.map((suite) => (
        <Fragment key={suite}>
          <OutsideScore row={row} suite={suite} />
          <MeasureCells rows={rows} row={row} suite={suite} />
        </Fragment>
      ))}
      <ScoreCell interval={gap} href={allTestEpisodesHref(row)}>
        {gap && points(gap.value)}
      </ScoreCell>
      <Td numeric className="whitespace-nowrap">
        <EpisodesLink href={href}>{percent(inside.irrelevance)}</EpisodesLink>
      </Td>
      <Td numeric className="whitespace-nowrap">
        <EpisodesLink href={href}>
          {inside.tasks}
          {inside.repeats > 1 && <span className="text-xs text-ink-faint"> × {inside.repeats}</span>}
        </EpisodesLink>
      </Td>
      <MeasuredCell row={row} />
      <Td>
        {best && best.run.id !== run.id && (
          <Link href={rowsHref(best.run.id, run.id)} prefetch={false} className="text-accent hover:underline">
            Compare<span className="sr-only"> {run.name} with the first row</span>
          </Link>
        )}
      </Td>
    </tr>
  )
}

const outsideScore = (rows: readonly BoardRow[], suite: string): string =>
  hasMeasures(rows, suite) ? 'ACEBench’s end-to-end accuracy: solved tasks of all tasks' : 'Turn accuracy'

function OutsideScore({ row, suite }: { readonly row: BoardRow; readonly suite: string }) {
  const score = scoreOn(row, suite)
  return (
    <ScoreCell interval={score?.turn ?? null} href={score ? testEpisodesHref(row.run.id, score) : ''}>
      {score && <ScoreBar score={score.turn} label={`${suite}, ${row.run.name}`} />}
    </ScoreCell>
  )
}
