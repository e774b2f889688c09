import { Th } from '@/components/ui/data-table'
import { percent } from '@/components/ui/format'
import { type BoardRow, benchmarkMeasures, hasMeasures, scoreOn, testEpisodesHref } from './board-row'
import { ScoreCell } from './score-cell'

interface MeasuresProps {
  readonly rows: readonly BoardRow[]
  readonly suite: string
}

/** Heads of a benchmark's own scores on a suite, where some row has them. */
export function MeasureHeads({ rows, suite }: MeasuresProps) {
  if (!hasMeasures(rows, suite)) return null
  return benchmarkMeasures.map(({ name, title, help }) => (
    <Th
      key={name}
      numeric
      title={`${suite}: ${help}; 95 % interval: bootstrap over dialogues, Wilson where all are equal`}
    >
      {title}
    </Th>
  ))
}

/** A row's scores below these heads. */
export function MeasureCells({ rows, suite, row }: MeasuresProps & { readonly row: BoardRow }) {
  if (!hasMeasures(rows, suite)) return null
  const score = scoreOn(row, suite)
  return benchmarkMeasures.map(({ name }) => {
    const measure = score?.measures?.[name]
    return (
      <ScoreCell
        key={name}
        interval={measure?.interval ?? null}
        href={score ? testEpisodesHref(row.run.id, score) : ''}
        title={measure?.interval.method}
      >
        {measure && percent(measure.value)}
      </ScoreCell>
    )
  })
}
