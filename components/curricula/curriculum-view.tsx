'use client'

import { useQuery } from '@tanstack/react-query'
import type { ApiOutput } from '@/components/data/api-types'
import { useTRPC } from '@/components/data/trpc'
import { CurriculumRuns } from './curriculum-runs'
import type { TaskCounts } from './matching-tasks'
import { StageCard } from './stage-card'
import { VersionsTable } from './versions-table'

interface CurriculumViewProps {
  readonly shown: ApiOutput['curricula']['get']
  readonly counts: TaskCounts
}

/** One version of a curriculum: its stages in order, its other versions, and the runs that used it. */
export function CurriculumView({ shown, counts: first }: CurriculumViewProps) {
  const trpc = useTRPC()
  const { curriculum, versions, runs } = shown
  // suites may be imported while the page is open
  const { data: counts } = useQuery(
    trpc.curricula.taskCounts.queryOptions(undefined, { initialData: first, refetchInterval: 15_000 }),
  )
  const sets = runs.flatMap(({ augmentationSet: set }) => (set ? [`${set.name} ${set.version}`] : []))
  return (
    <div className="grid min-w-0 gap-4">
      <ol aria-label="Stages" className="grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-4">
        {curriculum.stages.map((stage, index) => (
          <StageCard key={stage.name} stage={stage} position={index} counts={counts} sets={[...new Set(sets)]} />
        ))}
      </ol>
      <div className="grid min-w-0 items-start gap-4 lg:grid-cols-2">
        <VersionsTable name={curriculum.name} shown={curriculum.version} versions={versions} />
        <CurriculumRuns runs={runs} version={curriculum.version} />
      </div>
    </div>
  )
}
