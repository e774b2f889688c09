'use client'

import { useMemo } from 'react'
import { Scatter } from '@/components/charts/scatter'
import { useRunColor } from '@/components/charts/use-run-color'
import type { ApiOutput } from '@/components/data/api-types'

type Row = ApiOutput['leaderboard']['show']['boards'][number]['rows'][number]

/** In- against out-of-distribution turn accuracy: the diagonal is no gap. */
export function DistributionScatter({ rows }: { rows: readonly Row[] }) {
  const colorOf = useRunColor()
  const dots = useMemo(
    () =>
      rows.flatMap(({ run, inside, gap }) =>
        gap === null
          ? []
          : [
              {
                ...{ label: `${run.name} #${run.id}`, color: colorOf(run.id), href: `/runs/${run.id}` },
                ...{ x: inside.turn.value, y: inside.turn.value - gap.value },
              },
            ],
      ),
    [rows, colorOf],
  )
  return (
    <Scatter
      title="In against out of distribution"
      across="Turn accuracy in distribution"
      up="Turn accuracy out of distribution"
      dots={dots}
    />
  )
}
