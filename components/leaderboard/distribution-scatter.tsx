'use client'

import { useMemo } from 'react'
import type { Dot } from '@/components/charts/prepare-scatter'
import { ShareScatter } from '@/components/charts/scatter'
import { useRunColor } from '@/components/charts/use-run-color'
import type { BoardRow } from './board-row'
import { boardViewHref } from './board-view-state'
import { checkpointHref } from './checkpoint-href'
import { CheckpointTable } from './checkpoint-table'
import { useBoardView } from './use-board-view'

/** In- against out-of-distribution turn accuracy: the diagonal is no gap. A run that is picked shows its checkpoints. */
export function DistributionScatter({ rows }: { rows: readonly BoardRow[] }) {
  const colorOf = useRunColor()
  const { view, note } = useBoardView()
  const dots = useMemo(
    () =>
      rows.flatMap((row) => {
        const { run, inside, gap } = row
        if (gap === null) return []
        const path = pathOf(row)
        const href = path ? boardViewHref({ ...view, line: run.id }) : `/runs/${run.id}`
        const named = { label: nameOf(row), color: colorOf(run.id), href }
        const place = { x: inside.turn.value, y: inside.turn.value - gap.value }
        return [{ ...named, ...place, ...intervals(row), ...(path && { path }) }]
      }),
    [rows, colorOf, view],
  )
  const picked = rows.find(({ run, path }) => run.id === view.line && path.length > 1)
  const pick = (dot: Dot) => {
    const run = rows.find((row) => nameOf(row) === dot.label)?.run.id ?? null
    note({ ...view, line: run === view.line ? null : run })
  }
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
      <div className="w-full max-w-md">
        <ShareScatter
          title="In against out of distribution"
          across="Turn accuracy in distribution"
          up="Turn accuracy out of distribution"
          dots={dots}
          picked={picked ? nameOf(picked) : null}
          onPick={pick}
        />
      </div>
      {picked ? (
        <CheckpointTable row={picked} onHide={() => note({ ...view, line: null })} />
      ) : (
        rows.some(({ path }) => path.length > 1) && (
          <p className="max-w-xs text-ink-soft">Pick a trained run to see how its checkpoints moved.</p>
        )
      )}
    </div>
  )
}

const nameOf = ({ run }: BoardRow): string => `${run.name} #${run.id}`

/** A single point is no way. */
const pathOf = ({ run, path }: BoardRow): Dot['path'] =>
  path.length > 1
    ? path.map(({ short, label, step, turn, gap }) => ({
        ...{ short, label, x: turn, y: turn - gap, href: checkpointHref(run.id, step) },
      }))
    : undefined

/** The pooled value of several suites has no interval of its own. */
function intervals({ inside, outside }: BoardRow): Partial<Pick<Dot, 'xInterval' | 'yInterval'>> {
  const [only, ...more] = outside
  return {
    xInterval: [inside.turn.low, inside.turn.high],
    ...(only && more.length === 0 && { yInterval: [only.turn.low, only.turn.high] as const }),
  }
}
