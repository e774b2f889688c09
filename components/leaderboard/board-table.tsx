import { TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { Fragment } from 'react'
import { sampledAt } from '@/components/evaluations/sampled-at'
import { Badge } from '@/components/ui/badge'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { missing, percent, points } from '@/components/ui/format'
import { Interval } from '@/components/ui/interval'
import { allTestEpisodesHref, type BoardRow, hasMeasures, scoreOn, shownSplits, testEpisodesHref } from './board-row'
import { EndpointBadge } from './endpoint-badge'
import { EpisodesLink } from './episodes-link'
import { MeasureCells, MeasureHeads } from './measure-cells'
import { rowsHref } from './rows-address'
import { ScoreBar } from './score-bar'

const intervalMethod = '95 % interval: bootstrap over dialogues, Wilson where all are right or all wrong'

interface BoardTableProps {
  readonly suite: string
  readonly rows: readonly BoardRow[]
  /** Suites beside it that have columns. */
  readonly outside: readonly string[]
}

/** Models measured here, ranked on the main suite; rows within noise of each other share a rank. */
export function BoardTable({ suite: own, rows, outside }: BoardTableProps) {
  const splits = shownSplits(rows)
  const [best] = rows
  return (
    <TableFrame label="Measured here">
      <Table>
        <thead>
          <tr>
            <Th numeric title="1 + the rows shown whose whole 95 % interval of turn accuracy lies above this row's">
              Rank
            </Th>
            <Th>Run</Th>
            <Th>Environment</Th>
            <Th title={`Right turns of all turns, ${intervalMethod}`}>Turn accuracy</Th>
            <Th numeric title={`Solved tasks of all tasks, ${intervalMethod}`}>
              Task accuracy
            </Th>
            <MeasureHeads rows={rows} suite={own} />
            {splits.map((split) => (
              <Th key={split} numeric title={`Turn accuracy on ${split} tasks`}>
                {split}
              </Th>
            ))}
            {outside.map((suite) => (
              <Fragment key={suite}>
                <Th title={`${outsideScore(rows, suite)}, out of distribution, ${intervalMethod}`}>
                  {suite}
                  {hasMeasures(rows, suite) && ': end-to-end accuracy'}
                </Th>
                <MeasureHeads rows={rows} suite={suite} />
              </Fragment>
            ))}
            <Th numeric title="In minus out of distribution, in points; bootstrap over dialogues">
              Gap
            </Th>
            <Th numeric title="Tasks in which something was called in a turn that had to stay empty">
              Irrelevance
            </Th>
            <Th numeric>Tasks</Th>
            <Th numeric title="How often each task was played; repeats are pooled">
              Repeats
            </Th>
            <Th title="Paired tests on the same tasks, and the tasks that moved">Against the first</Th>
            <Th>Date</Th>
            <Th>Environment hash</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.run.id} className="hover:bg-raised/60">
              <Td numeric>{row.rank}</Td>
              <Td className="min-w-40">
                <Link href={`/runs/${row.run.id}`} className="font-medium hover:underline">
                  {row.run.name}
                </Link>{' '}
                <span className="text-xs text-ink-faint">#{row.run.id}</span>
              </Td>
              <Td>
                <span className="flex gap-1">
                  {row.endpoint && <EndpointBadge endpoint={row.endpoint} />}
                  {row.checkpoint ? (
                    <Badge
                      tone="accent"
                      title={`${row.checkpoint.runName} #${row.checkpoint.run}, ${row.checkpoint.label}, ${sampledAt(row.checkpoint.temperature)}`}
                    >
                      checkpoint of #{row.checkpoint.run}
                    </Badge>
                  ) : (
                    <Badge tone={row.hints ? 'hint' : 'neutral'}>{row.hints ?? 'no hints'}</Badge>
                  )}
                  {row.reward !== 'stage' && <Badge>{row.reward}</Badge>}
                  {row.credit === 'paper' && <Badge>whole trajectories</Badge>}
                  {row.credit === 'supervised' && <Badge>supervised</Badge>}
                </span>
              </Td>
              <Td>
                <EpisodesLink href={testEpisodesHref(row.run.id, row.inside)}>
                  <ScoreBar score={row.inside.turn} label={`Turn accuracy of ${row.run.name}`} />
                </EpisodesLink>
              </Td>
              <Td numeric className="whitespace-nowrap">
                <EpisodesLink href={testEpisodesHref(row.run.id, row.inside)}>
                  {percent(row.inside.task.value)} <Interval {...row.inside.task} />
                </EpisodesLink>
              </Td>
              <MeasureCells rows={rows} row={row} suite={own} />
              {splits.map((split) => (
                <Td key={split} numeric>
                  {row.inside.bySplit[split] === undefined ? (
                    missing
                  ) : (
                    <EpisodesLink href={testEpisodesHref(row.run.id, row.inside, { split })}>
                      {percent(row.inside.bySplit[split])}
                    </EpisodesLink>
                  )}
                </Td>
              ))}
              {outside.map((suite) => (
                <Fragment key={suite}>
                  <Td>
                    <OutsideScore row={row} suite={suite} />
                  </Td>
                  <MeasureCells rows={rows} row={row} suite={suite} />
                </Fragment>
              ))}
              <Td numeric className="whitespace-nowrap">
                {row.gap ? (
                  <EpisodesLink href={allTestEpisodesHref(row)}>
                    {points(row.gap.value)} <Interval {...row.gap} />
                  </EpisodesLink>
                ) : (
                  missing
                )}
              </Td>
              <Td numeric>
                <EpisodesLink href={testEpisodesHref(row.run.id, row.inside)}>
                  {percent(row.inside.irrelevance)}
                </EpisodesLink>
              </Td>
              <Td numeric>
                <EpisodesLink href={testEpisodesHref(row.run.id, row.inside)}>{row.inside.tasks}</EpisodesLink>
              </Td>
              <Td numeric>{row.inside.repeats}</Td>
              <Td>
                {best && best.run.id !== row.run.id ? (
                  <Link
                    href={rowsHref(best.run.id, row.run.id)}
                    prefetch={false}
                    className="text-accent hover:underline"
                  >
                    Compare<span className="sr-only"> {row.run.name} with the first row</span>
                  </Link>
                ) : (
                  missing
                )}
              </Td>
              <Td className="whitespace-nowrap">{row.date.toISOString().slice(0, 10)}</Td>
              <Td className="whitespace-nowrap">
                <code>{row.evaluationHash.slice(0, 8)}</code>
                {row.differsOn.length > 0 && (
                  <Badge
                    tone="warn"
                    className="ml-1"
                    title={`Measured with another environment, checker or suite version than the newest row: ${row.differsOn.join(', ')}`}
                  >
                    <TriangleAlert aria-hidden />
                    differs
                  </Badge>
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}

const outsideScore = (rows: readonly BoardRow[], suite: string): string =>
  hasMeasures(rows, suite) ? 'ACEBench’s end-to-end accuracy: solved tasks of all tasks' : 'Turn accuracy'

function OutsideScore({ row, suite }: { readonly row: BoardRow; readonly suite: string }) {
  const score = scoreOn(row, suite)
  if (!score) return missing
  return (
    <EpisodesLink href={testEpisodesHref(row.run.id, score)}>
      <ScoreBar score={score.turn} label={`${suite}, ${row.run.name}`} />
    </EpisodesLink>
  )
}
