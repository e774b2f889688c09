'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type StepAxis, type StepAxisKind, stepAxis, trainingSteps } from '@/components/charts/step-axis'
import { askingAgain } from '@/components/data/asking-again'
import { useTRPC } from '@/components/data/trpc'

const refetchMs = 10_000

/** Where steps of each run lie on the chosen axis; until that is known, and of runs without marks, at their number. */
export function useStepAxes(runs: readonly number[], across: StepAxisKind, live: boolean): (run: number) => StepAxis {
  const trpc = useTRPC()
  const isStep = across === 'step'
  const { data } = useQuery(
    trpc.runs.stepMarks.queryOptions(
      { runs: [...runs], across: isStep ? 'time' : across },
      {
        enabled: !isStep && runs.length > 0,
        refetchInterval: askingAgain(live ? refetchMs : false),
        staleTime: refetchMs,
      },
    ),
  )
  return useMemo(() => {
    const axes = new Map((isStep ? [] : (data ?? [])).map((marks) => [marks.run, stepAxis(across, marks)]))
    return (run: number) => axes.get(run) ?? trainingSteps
  }, [data, across, isStep])
}
