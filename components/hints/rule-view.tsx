'use client'

import Link from 'next/link'
import { LineChart } from '@/components/charts/line-chart'
import { useChartColors } from '@/components/charts/use-chart-colors'
import type { ApiOutput } from '@/components/data/api-types'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { Figure } from '@/components/ui/figure'
import { percent, quantity } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { FailureExamples } from './failure-examples'
import { newForkTestHref } from './fork-tests/fork-tests-href'
import type { HintsScope } from './hints-scope'
import { NextList } from './next-bar'
import { prepareRuleLines } from './prepare-rule-lines'
import { type ScopeChoices, ScopeSelect } from './scope-select'
import { DifferenceCell, ShareCell } from './share-cell'

type Detail = ApiOutput['hints']['rule']

interface RuleViewProps {
  readonly detail: Detail
  readonly scope: HintsScope
  readonly choices: ScopeChoices
}

/** One rule: what it says, what followed it, by stage, by tool and over steps, and examples. */
export function RuleView({ detail, scope, choices }: RuleViewProps) {
  const { rule, texts, counts, byStage, byTool, steps } = detail
  return (
    <div className="grid grid-cols-1 gap-4">
      <Panel title="What it says" actions={<ScopeSelect scope={scope} choices={choices} />}>
        {texts.length === 0 && <p className="text-ink-soft">No stored set has this rule any more.</p>}
        {texts.map(({ set, template }) => (
          <div key={set.name} className="mt-2 first:mt-0">
            <Link
              href={`/hints/sets/${encodeURIComponent(set.name)}/${set.version}`}
              className="text-xs text-ink-faint hover:underline"
            >
              {set.title}, version {set.version}
            </Link>
            <p className="break-words">{template}</p>
          </div>
        ))}
      </Panel>
      {counts ? (
        <>
          <Panel title="What followed">
            <RuleFigures
              counts={counts}
              forkTest={newForkTestHref({ run: scope.run, target: { kind: 'rule', rule } })}
            />
            <div className="mt-4 grid gap-4 lg:grid-cols-2">
              <NextList title="What the agent did next, after the hint" counts={counts.nextShown} />
              <NextList title="After the standard text" counts={counts.nextOtherwise} />
            </div>
          </Panel>
          <RuleCharts steps={steps} />
          <div className="grid gap-4 xl:grid-cols-2">
            <Panel flush title="By stage">
              <PartsTable
                name="Stage"
                parts={byStage.map((part) => ({
                  ...part,
                  key: part.key === '-1' ? 'outside stages' : `stage ${Number(part.key) + 1}`,
                }))}
              />
            </Panel>
            <Panel flush title="By tool and error">
              <PartsTable name="Tool" parts={byTool} />
            </Panel>
          </div>
          <Panel flush title="Newest recorded failures">
            <FailureExamples of={{ rule }} scope={scope} />
          </Panel>
        </>
      ) : (
        <Panel>
          <EmptyState title="No failing call was matched by it here">Choose all runs, or launch one.</EmptyState>
        </Panel>
      )}
    </div>
  )
}

function RuleFigures({ counts, forkTest }: { counts: NonNullable<Detail['counts']>; forkTest: string }) {
  const { turns } = counts
  return (
    <>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
        <Figure label="Failing calls" value={quantity(counts.failures)} detail={`${quantity(counts.shown)} hinted`} />
        <Figure label="Tasks with the hint" value={quantity(counts.tasks)} />
        <Figure label="Recovered with hint" value={<ShareCell share={counts.recoveredWhenShown} />} />
        <Figure label="Recovered without" value={<ShareCell share={counts.recoveredOtherwise} />} />
        <Figure
          label="Turn right with / without"
          value={
            <>
              <ShareCell share={turns.withHint} /> / <ShareCell share={turns.without} />
            </>
          }
        />
        <Figure label="Difference, in points" value={<DifferenceCell difference={turns.difference} />} />
      </dl>
      <p className="mt-2 text-xs text-ink-faint">
        Observational: stages decide who reads hints, and the policy changes meanwhile. What the hint causes, a{' '}
        <Link href={forkTest} className="underline">
          fork test
        </Link>{' '}
        says.
      </p>
    </>
  )
}

function RuleCharts({ steps }: { steps: Detail['steps'] }) {
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

/** Of figures with their intervals: the head takes two lines. */
const narrow = 'w-24 whitespace-normal leading-4'

function PartsTable({ name, parts }: { name: string; parts: Detail['byStage'] }) {
  return (
    <TableFrame label={`By ${name.toLowerCase()}`}>
      <Table>
        <thead>
          <tr>
            <Th>{name}</Th>
            <Th numeric>Shown (of)</Th>
            <Th numeric>Recovered</Th>
            <Th numeric className={narrow}>
              Recovered without
            </Th>
            <Th numeric title="Wilson intervals: turns of one task are alike, so these are too narrow">
              Turn right
            </Th>
            <Th numeric className={narrow}>
              Turn right without
            </Th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.key}>
              <Td className="min-w-36">{part.key}</Td>
              <Td numeric className="whitespace-nowrap">
                {quantity(part.shown)} <span className="text-xs text-ink-faint">({quantity(part.failures)})</span>
              </Td>
              <Td numeric>
                <ShareCell share={part.recoveredWhenShown} />
              </Td>
              <Td numeric>
                <ShareCell share={part.recoveredOtherwise} />
              </Td>
              <Td numeric>
                <ShareCell share={part.turnsWith} />
              </Td>
              <Td numeric>
                <ShareCell share={part.turnsWithout} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}
