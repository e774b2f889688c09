'use client'

import { LineChart } from '@/components/charts/line-chart'
import { useChartColors } from '@/components/charts/use-chart-colors'
import type { ApiOutput } from '@/components/data/api-types'
import { percent, quantity } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { prepareRuleLines } from './prepare-rule-lines'

/** How often a rule's error came up, was hinted and was got over, over training steps. */
export function RuleCharts({ steps }: { steps: ApiOutput['hints']['rule']['steps'] }) {
  const [first = '', second = ''] = useChartColors()
  if (steps.length < 2) return null
  const lines = prepareRuleLines(steps)
  return (
    <Panel title="Over training steps">
      <div className="grid gap-4 lg:grid-cols-2">
        <LineChart
          title="Failing calls by training step"
          lines={[
            { label: 'failing calls', color: first, points: lines.failures, dash: [4, 3] },
            { label: 'with the hint shown', color: second, points: lines.shown },
          ]}
          format={quantity}
        />
        <LineChart
          title="Share recovered by training step"
          domain={[0, 1]}
          lines={[
            { label: 'recovered without', color: first, points: lines.recoveredWithout, dash: [4, 3] },
            { label: 'recovered with the hint', color: second, points: lines.recoveredWith },
          ]}
          format={(share) => percent(share, 0)}
        />
      </div>
    </Panel>
  )
}
