import Link from 'next/link'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { missing, percent, quantity } from '@/components/ui/format'
import { Interval } from '@/components/ui/interval'
import type { Scores } from '@/server/core/evaluation/scores'
import type { Evaluation } from './evaluation-view'

type Result = Evaluation['results'][number]

/** Scores by suite and, below each, by split. */
export function EvaluationScores({ id, results }: { id: number; results: readonly Result[] }) {
  const hasMeasures = results.some(({ measures }) => measures !== null)
  return (
    <TableFrame label="Scores">
      <Table>
        <thead>
          <tr>
            <Th>Suite</Th>
            <Th numeric>Plays</Th>
            <Th numeric>Task accuracy</Th>
            <Th numeric>Turn accuracy</Th>
            <Th numeric title="Well-formed steps of all steps">
              Well-formed
            </Th>
            <Th numeric title="Tasks in which something was called in a turn that had to stay empty">
              Irrelevance
            </Th>
            {hasMeasures && <Th>By the benchmark’s own scores</Th>}
          </tr>
        </thead>
        <tbody>
          {results.map((result) => (
            <SuiteRows key={result.suite} id={id} result={result} hasMeasures={hasMeasures} />
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}

interface SuiteRowsProps {
  readonly id: number
  readonly result: Result
  readonly hasMeasures: boolean
}

function SuiteRows({ id, result, hasMeasures }: SuiteRowsProps) {
  const { suite, title, total, done, scores, measures } = result
  const splits = Object.entries(scores?.bySplit ?? {})
  return (
    <>
      <tr>
        <Td className="min-w-40 font-medium">
          {title} <span className="text-xs font-normal text-ink-faint">{suite}</span>
        </Td>
        <Td numeric className="whitespace-nowrap">
          <Link href={episodesOf(id, { suite })} className="hover:underline">
            {quantity(done)} of {quantity(total)}
          </Link>
        </Td>
        <ScoreCells scores={scores?.all} />
        {hasMeasures && <Td className="min-w-44 text-xs">{measures ? <Measures measures={measures} /> : missing}</Td>}
      </tr>
      {splits.length > 1 &&
        splits.map(([split, own]) => (
          <tr key={split} className="text-ink-soft">
            <Td className="pl-6">{split}</Td>
            <Td numeric>
              <Link href={episodesOf(id, { suite, split })} className="hover:underline">
                {quantity(own?.tasks)}
              </Link>
            </Td>
            <ScoreCells scores={own} />
            {hasMeasures && <Td />}
          </tr>
        ))}
    </>
  )
}

const episodesOf = (run: number, choice: Readonly<Record<string, string>>): string =>
  `/episodes?${new URLSearchParams({ run: String(run), ...choice })}`

function ScoreCells({ scores }: { scores: Scores | undefined }) {
  return (
    <>
      <Td numeric className="whitespace-nowrap">
        {percent(scores?.task.value)} {scores && <Interval {...scores.task.interval} />}
      </Td>
      <Td numeric className="whitespace-nowrap">
        {percent(scores?.turn.value)} {scores && <Interval {...scores.turn.interval} />}
      </Td>
      <Td numeric>{percent(scores?.wellFormed)}</Td>
      <Td numeric>{percent(scores?.irrelevance)}</Td>
    </>
  )
}

const measureNames: Readonly<Record<string, string>> = {
  end_to_end_accuracy: 'end-to-end',
  process_accuracy: 'process',
  strict_accuracy: 'strict',
}

const Measures = ({ measures }: { measures: NonNullable<Result['measures']> }) => (
  <ul className="py-1 tabular-nums">
    {Object.entries(measures).map(([name, value]) => (
      <li key={name}>
        {measureNames[name] ?? name} {percent(value)}
      </li>
    ))}
  </ul>
)
