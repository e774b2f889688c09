'use client'

import { useMemo } from 'react'
import type { Dot } from '@/components/charts/prepare-scatter'
import { ShareScatter } from '@/components/charts/scatter'
import { useRunColor } from '@/components/charts/use-run-color'
import type { ApiOutput } from '@/components/data/api-types'

type Row = ApiOutput['leaderboard']['show']['boards'][number]['rows'][number]

/** In- against out-of-distribution turn accuracy: the diagonal is no gap. */
export function DistributionScatter({ rows }: { rows: readonly Row[] }) {
  const colorOf = useRunColor()
  const dots = useMemo(
    () =>
      rows.flatMap((row) => {
        const { run, inside, gap } = row
        if (gap === null) return []
        const named = { label: `${run.name} #${run.id}`, color: colorOf(run.id), href: `/runs/${run.id}` }
        const place = { x: inside.turn.value, y: inside.turn.value - gap.value }
        return [{ ...named, ...place, ...intervals(row) }]
      }),
    [rows, colorOf],
  )
  return (
    <ShareScatter
      title="In against out of distribution"
      across="Turn accuracy in distribution"
      up="Turn accuracy out of distribution"
      dots={dots}
    />
  )
}

/** The pooled value of several suites has no interval of its own. */
function intervals({ inside, outside }: Row): Partial<Pick<Dot, 'xInterval' | 'yInterval'>> {
  const [only, ...more] = outside
  return {
    xInterval: [inside.turn.low, inside.turn.high],
    ...(only && more.length === 0 && { yInterval: [only.turn.low, only.turn.high] as const }),
  }
}
