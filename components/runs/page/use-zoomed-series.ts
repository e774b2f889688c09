import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { StepAxis } from '@/components/charts/step-axis'
import type { Range } from '@/components/charts/zoom-keys'
import { askingAgain } from '@/components/data/asking-again'
import { useTRPC } from '@/components/data/trpc'
import { type RunSeriesData, readSent, refineSeries } from './merge-series'

const refetchMs = 5000
/** Lines go on beyond the edges of the chart. */
const margin = 0.05

/** The steps that a range of an axis is about, with a margin. */
export function stepsOf(zoom: Range, axis: StepAxis): Range {
  const from = axis.stepAt(zoom[0])
  const to = axis.stepAt(zoom[1])
  const more = (to - from) * margin
  return [Math.max(0, Math.floor(from - more)), Math.ceil(to + more)]
}

interface ZoomedInput {
  readonly run: number
  readonly zoom: Range | null
  readonly axis: StepAxis
  readonly live: boolean
  /** Absent: all series of the run. */
  readonly names?: readonly string[]
}

/** What lies inside the zoom is read again at the finest width that the charts can show; meanwhile the coarse stays. */
export function useZoomedSeries(data: RunSeriesData, { run, zoom, axis, live, names }: ZoomedInput): RunSeriesData {
  const trpc = useTRPC()
  const [from, to] = zoom ? stepsOf(zoom, axis) : [0, 0]
  const { data: finer } = useQuery(
    trpc.runs.series.queryOptions(
      { run, after: from - 1, until: to, ...(names ? { names: [...names] } : {}) },
      {
        enabled: zoom !== null && data.width > 1,
        select: readSent,
        staleTime: Number.POSITIVE_INFINITY,
        refetchInterval: askingAgain(live && to >= data.last ? refetchMs : false),
      },
    ),
  )
  return useMemo(
    () => (finer && data.width > finer.width && zoom ? refineSeries(data, finer, [from, to]) : data),
    [data, finer, zoom, from, to],
  )
}
