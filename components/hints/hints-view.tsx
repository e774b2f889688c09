'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useEffect, useMemo, useState } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { useRunChanges } from '@/components/data/live'
import { renderedFirst } from '@/components/data/rendered-first'
import { useTRPC } from '@/components/data/trpc'
import { useSearchState } from '@/components/data/use-search-state'
import { Button } from '@/components/ui/button'
import { Input, Select } from '@/components/ui/control'
import { Panel } from '@/components/ui/panel'
import { StaleNotice } from '@/components/ui/stale-notice'
import { EmptyState } from '@/components/ui/states'
import { countOf } from '@/server/core/count-of'
import { ElsewhereTable } from './elsewhere-table'
import { filterRules, type RuleOrder } from './filter-rules'
import { HintRulesTable } from './hint-rules-table'
import type { HintsScope } from './hints-scope'
import { type ScopeChoices, ScopeSelect } from './scope-select'
import { SetSelect } from './set-select'

interface HintsViewProps {
  readonly initial: ApiOutput['hints']['ledger']
  readonly scope: HintsScope
  readonly choices: ScopeChoices
  readonly renderedAt: Date
}

/** Rules shown before a person asks for all of them. */
const firstRules = 15

const orders: Readonly<Record<RuleOrder, string>> = {
  shown: 'Most shown first',
  failures: 'Most failures first',
  'least-recovered': 'Least recovered first',
  difference: 'Lowest difference first',
  rule: 'In the set’s order',
}
const orderOf = (text: string | null): RuleOrder =>
  Object.keys(orders).find((known): known is RuleOrder => known === text) ?? 'shown'

const caveat =
  'Turn success with and without is observational: stages decide who reads hints, and the policy changes meanwhile. The intervals take dialogues as the units.'

type Rules = ApiOutput['hints']['ledger']['rules']

/** Hints were shown, and of no agent is it known what it did then. */
const wasNeverNoted = (rules: Rules): boolean =>
  rules.some(({ shown }) => shown > 0) &&
  rules.every(({ nextShown }) => Object.values(nextShown).every((count) => count === 0))

/** The ledger: every rule of a set with what happened after it, for one run, a group or all. */
export function HintsView({ initial, scope, choices, renderedAt }: HintsViewProps) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const input = { set: initial.set.name, version: initial.set.version, ...scope }
  const query = useQuery(trpc.hints.ledger.queryOptions(input, renderedFirst(initial, renderedAt)))
  const { data } = query
  useRunChanges(scope.run ?? 'any', () => queryClient.invalidateQueries(trpc.hints.ledger.pathFilter()), 3000)
  const [search, changeSearch] = useSearchState()
  const [text, setText] = useState(search.get('q') ?? '')
  const order = orderOf(search.get('order'))
  const all = search.get('all') !== null
  useEffect(() => {
    const timer = setTimeout(() => changeSearch({ q: text }), 300)
    return () => clearTimeout(timer)
  }, [text, changeSearch])
  const found = useMemo(() => filterRules(data.rules, text, order), [data.rules, text, order])
  const rules = all ? found : found.slice(0, firstRules)
  return (
    <div className="grid grid-cols-1 gap-4">
      {query.isError && <StaleNotice error={query.error} />}
      <Panel
        flush
        title={`${data.set.title}, version ${data.set.version}`}
        note={`${countOf(data.rules.length, 'rule')}. ${caveat}`}
      >
        <search className="flex flex-wrap items-center gap-2 border-b border-line p-2">
          <Input
            aria-label="Find a rule"
            placeholder="Rule, tool, code or words"
            value={text}
            onChange={(event) => setText(event.target.value)}
            className="w-full sm:w-64"
          />
          <ScopeSelect scope={scope} choices={choices} />
          <SetSelect label="Augmentation set" set={data.set.name} sets={data.sets} />
          <Select
            aria-label="Order"
            value={order}
            onChange={(event) => changeSearch({ order: event.target.value === 'shown' ? null : event.target.value })}
          >
            {Object.entries(orders).map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </Select>
        </search>
        {data.rules.every(({ failures }) => failures === 0) && (
          <p className="border-b border-line bg-raised px-3 py-2 text-ink-soft">
            {data.elsewhere.length > 0 ? (
              'No rule of this version has matched a failing call here; those that have stand below.'
            ) : (
              <>
                No rule has matched a failing call yet. The figures fill in while a{' '}
                <Link className="underline" href="/launch">
                  run
                </Link>{' '}
                trains.
              </>
            )}
          </p>
        )}
        {wasNeverNoted(data.rules) && (
          <p className="border-b border-line bg-raised px-3 py-2 text-ink-soft">
            These runs were recorded before it was noted what agents did next:{' '}
            <code>npm run -s envtune -- hints look-again --run {scope.run ?? '<number>'}</code> reads it from their
            episodes.
          </p>
        )}
        {rules.length > 0 ? (
          <HintRulesTable rules={rules} scope={scope} />
        ) : (
          <EmptyState title="No rule matches these words" />
        )}
        {rules.length < found.length && (
          <div className="p-2 text-center">
            <Button onClick={() => changeSearch({ all: 'yes' })}>Show all {found.length} rules</Button>
          </div>
        )}
      </Panel>
      {data.elsewhere.length > 0 && (
        <Panel
          flush
          title="Rules of other sets and versions"
          note="They matched failing calls here, and this version does not have them: a run keeps the set that it was launched with."
        >
          <ElsewhereTable rules={data.elsewhere} scope={scope} />
        </Panel>
      )}
    </div>
  )
}
