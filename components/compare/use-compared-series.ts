'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Range } from '@/components/charts/zoom-keys'
import { useRunChanges } from '@/components/data/live'
import { useTRPC, useTRPCClient } from '@/components/data/trpc'
import { useSerial } from '@/components/data/use-serial'
import {
  type ComparedData,
  finerOf,
  followLines,
  hasNewAttempt,
  isTooFine,
  lastSteps,
  reachInto,
} from './merge-compared'

interface ComparedInput {
  readonly runs: readonly number[]
  /** Of the runs those that still go on. */
  readonly live: readonly number[]
  readonly names: readonly string[]
  /** Steps that are looked at; null: all. */
  readonly steps: Range | null
}

const followMs = 2000

/** Series of several runs: whole, finer where few steps are looked at, and of runs that go on only what is new. */
export function useComparedSeries({ runs, live, names, steps }: ComparedInput) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queryClient = useQueryClient()
  const whole = trpc.compare.series.queryOptions(
    { runs: [...runs], names: [...names] },
    { enabled: names.length > 0, staleTime: Number.POSITIVE_INFINITY, placeholderData: (before) => before },
  )
  const { data, error } = useQuery(whole)
  const [from, to] = steps ?? [0, 0]
  const isCoarse = Object.values(data?.widths ?? {}).some((width) => width > 1)
  const closer = trpc.compare.series.queryOptions(
    { runs: [...runs], names: [...names], after: from - 1, until: to },
    // a range that one comes back to may have grown meanwhile
    { enabled: steps !== null && isCoarse, staleTime: live.length > 0 ? 0 : Number.POSITIVE_INFINITY },
  )
  const { data: range } = useQuery(closer)
  const { queryKey } = whole
  const rangeKey = closer.queryKey
  const liveText = live.join()
  const follow = useSerial(
    // biome-ignore lint/correctness/useExhaustiveDependencies: the texts stand for the lists, which are new each time
    useCallback(async () => {
      const known = queryClient.getQueryData<ComparedData>(queryKey)
      if (!known || live.length === 0) return
      const more = await client.compare.newPoints.query({ runs: lastSteps(known, live), widths: known.widths })
      const next = followLines(known, more.lines)
      const isAnew = hasNewAttempt(known.epochs, more.epochs)
      if (isAnew || isTooFine(next)) await queryClient.invalidateQueries({ queryKey })
      else queryClient.setQueryData(queryKey, next)
      // the finer lines stand in place of those that were just continued
      if (isAnew || reachInto([from, to], more.lines)) await queryClient.invalidateQueries({ queryKey: rangeKey })
    }, [client, queryClient, JSON.stringify(queryKey), JSON.stringify(rangeKey), liveText]),
  )
  useRunChanges('any', () => live.length > 0 && follow(), followMs)
  const shown = useMemo(() => (data && range && steps ? finerOf(data, range) : data), [data, range, steps])
  return { whole: data, shown, error }
}
