'use client'

import type { distributionCharts } from './distribution-chart'
import { RunChartPanel, type SharedCharts } from './run-chart-panel'

interface DistributionPanelProps {
  readonly charts: ReturnType<typeof distributionCharts>
  readonly shared: SharedCharts
}

const common = { smooths: false } as const

/** Held-out accuracy in and out of distribution over the steps, and the gap beside it. */
export function DistributionPanel({ charts: { accuracy, gap }, shared }: DistributionPanelProps) {
  if (accuracy.length === 0) return null
  return (
    <section aria-label="In and out of distribution" className="grid grid-cols-1 gap-3 lg:grid-cols-2">
      <RunChartPanel
        {...shared}
        chart={{
          ...common,
          title: 'In and out of distribution',
          note: 'Turn accuracy on held-out test tasks; bands are 95 % intervals over dialogues',
          ...{ unitNote: 'Turn accuracy', unit: 'share', wholeRange: true, lines: accuracy },
        }}
      />
      {gap.length > 0 && (
        <RunChartPanel
          {...shared}
          chart={{
            ...common,
            title: 'Distribution gap',
            note: 'In minus out of distribution, in points: above 0 what was trained on is done better',
            ...{ unitNote: 'Gap in points', unit: 'points', wholeRange: false, lines: gap },
          }}
        />
      )}
    </section>
  )
}
