'use client'

import Link from 'next/link'
import type { ApiOutput } from '@/components/data/api-types'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { FailureExamples } from './failure-examples'
import { newForkTestHref } from './fork-tests/fork-tests-href'
import type { HintsScope } from './hints-scope'
import { NextList } from './next-bar'
import { RuleCharts } from './rule-charts'
import { RuleFigures } from './rule-figures'
import { RulePartsTable } from './rule-parts-table'
import { type ScopeChoices, ScopeSelect } from './scope-select'

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
              <RulePartsTable
                name="Stage"
                parts={byStage.map((part) => ({
                  ...part,
                  name: part.name === '-1' ? 'outside stages' : `stage ${Number(part.name) + 1}`,
                }))}
              />
            </Panel>
            <Panel flush title="By tool and error">
              <RulePartsTable name="Tool" parts={byTool} />
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
