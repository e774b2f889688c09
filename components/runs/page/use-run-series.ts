'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useRunChanges } from '@/components/data/live'
import { useTRPCClient } from '@/components/data/trpc'
import { useSerial } from '@/components/data/use-serial'
import { askAfter, isTooFine, mergeSeries, type RunSeriesData, readSent, type SentSeries } from './merge-series'

export const nothingRead: SentSeries = { width: 1, series: [], last: -1 }

/**
 * Series of a run; while it lives only the points after the last known step are fetched.
 * @param names absent: all of them; others need another component
 */
export function useRunSeries(
  run: number,
  initial: SentSeries,
  epoch: number,
  names?: readonly string[],
): RunSeriesData {
  const client = useTRPCClient()
  const [data, setData] = useState(() => readSent(initial))
  const known = useRef({ data, epoch })
  const present = useRef(epoch)
  present.current = epoch
  const which = useRef(names && { names: [...names] })

  const fetchMore = useSerial(
    useCallback(async () => {
      const now = present.current
      // A new attempt may have superseded points that this page has: then everything is read again.
      const again = known.current.epoch !== now || known.current.data.last < 0 || isTooFine(known.current.data)
      const after = askAfter(known.current.data)
      const next = again
        ? readSent(await client.runs.series.query({ run, ...which.current }))
        : mergeSeries(
            known.current.data,
            readSent(await client.runs.series.query({ run, after, width: known.current.data.width, ...which.current })),
            after,
          )
      known.current = { data: next, epoch: now }
      setData(next)
    }, [run, client]),
  )

  // The page may come from the router's memory, so that it knows less than it shows; and an attempt changes all.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a reason to look again
  useEffect(fetchMore, [fetchMore, epoch])
  useRunChanges(run, fetchMore, 1000)
  return data
}
