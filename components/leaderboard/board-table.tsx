import { TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import type { ApiOutput } from '@/components/data/api-types'
import { Badge } from '@/components/ui/badge'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { percent, points } from '@/components/ui/format'
import { Interval } from '@/components/ui/interval'
import { EndpointBadge } from './endpoint-badge'
import { ScoreBar } from './score-bar'

type Row = ApiOutput['leaderboard']['show']['boards'][number]['rows'][number]

const splits = ['base', 'miss_func', 'miss_param', 'long_context'] as const

/** Models trained here, ranked on the main suite; rows within noise of each other share a rank. */
export function BoardTable({ rows }: { rows: readonly Row[] }) {
  const outside = [...new Set(rows.flatMap((row) => row.outside.map(({ suite }) => suite)))]
  return (
    <TableFrame label="Measured here">
      <Table>
        <thead>
          <tr>
            <Th numeric>Rank</Th>
            <Th>Run</Th>
            <Th>Environment</Th>
            <Th>Turn accuracy</Th>
            <Th numeric>Task accuracy</Th>
            {splits.map((split) => (
              <Th key={split} numeric title={`Turn accuracy on ${split} tasks`}>
                {split}
              </Th>
            ))}
            {outside.map((suite) => (
              <Th key={suite} title="Turn accuracy, out of distribution">
                {suite}
              </Th>
            ))}
            <Th numeric title="In minus out of distribution, in points; bootstrap over dialogues">
              Gap
            </Th>
            <Th numeric title="Tasks in which something was called in a turn that had to stay empty">
              Irrelevance
            </Th>
            <Th numeric>Tasks</Th>
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
                  <Badge tone={row.hints ? 'hint' : 'neutral'}>{row.hints ?? 'no hints'}</Badge>
                  {row.reward !== 'stage' && <Badge>{row.reward}</Badge>}
                  {row.credit === 'paper' && <Badge>whole trajectories</Badge>}
                  {row.credit === 'supervised' && <Badge>supervised</Badge>}
                </span>
              </Td>
              <Td>
                <ScoreBar score={row.inside.turn} label={`Turn accuracy of ${row.run.name}`} />
              </Td>
              <Td numeric className="whitespace-nowrap">
                {percent(row.inside.task.value)} <Interval {...row.inside.task} />
              </Td>
              {splits.map((split) => (
                <Td key={split} numeric>
                  {percent(row.inside.bySplit[split])}
                </Td>
              ))}
              {outside.map((suite) => {
                const score = row.outside.find((other) => other.suite === suite)
                return (
                  <Td key={suite}>
                    {score ? <ScoreBar score={score.turn} label={`${suite}, ${row.run.name}`} /> : '–'}
                  </Td>
                )
              })}
              <Td numeric className="whitespace-nowrap">
                {points(row.gap?.value ?? null)} {row.gap && <Interval {...row.gap} />}
              </Td>
              <Td numeric>{percent(row.inside.irrelevance)}</Td>
              <Td numeric>
                <Link href={`/episodes?run=${row.run.id}&partition=test`} className="hover:underline">
                  {row.inside.tasks}
                </Link>
              </Td>
              <Td className="whitespace-nowrap">{row.date.toISOString().slice(0, 10)}</Td>
              <Td className="whitespace-nowrap">
                <code>{row.evaluationHash.slice(0, 8)}</code>
                {row.differs && (
                  <Badge
                    tone="warn"
                    className="ml-1"
                    title="Measured with another environment, checker or suite version than the newest row"
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
