'use client'

import type { ApiOutput } from '@/components/data/api-types'
import { useSearchState } from '@/components/data/use-search-state'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/control'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { conditionText } from './condition-text'
import { hasWords } from './filter-rules'

type Rules = ApiOutput['hints']['set']['rules']

/** Rules shown before a person asks for all of them. */
const firstRules = 50

/** The rules of a version in their order, to be searched. */
export function SetRules({ rules }: { rules: Rules }) {
  const [query, change] = useSearchState()
  const text = query.get('q') ?? ''
  const found = rules
    .map((rule, index) => ({ ...rule, place: index + 1 }))
    .filter(({ id, when, template }) => hasWords([id, when.domain, ...(when.tools ?? []), when.code, template], text))
  const shown = query.get('all') === null ? found.slice(0, firstRules) : found
  return (
    <Panel flush title="Rules" note="For a failing call the first that matches speaks">
      {rules.length > firstRules && (
        <search className="border-b border-line p-2">
          <Input
            aria-label="Find a rule"
            placeholder="Rule, tool, code or words"
            defaultValue={text}
            onChange={(event) => change({ q: event.target.value })}
            className="w-full sm:w-64"
          />
        </search>
      )}
      {rules.length === 0 && <EmptyState title="No rule" />}
      {rules.length > 0 && found.length === 0 && <EmptyState title="No rule matches these words" />}
      <ol>
        {shown.map((rule) => (
          <Rule key={rule.id} rule={rule} />
        ))}
      </ol>
      {shown.length < found.length && (
        <div className="p-2 text-center">
          <Button onClick={() => change({ all: 'yes' })}>Show all {found.length} rules</Button>
        </div>
      )}
    </Panel>
  )
}

function Rule({ rule: { id, when, template, place } }: { rule: Rules[number] & { place: number } }) {
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-line px-3 py-2 last:border-b-0 lg:grid-cols-[22rem_1fr]">
      <div className="min-w-0">
        <p className="break-words font-medium">
          <span className="mr-1.5 text-xs font-normal text-ink-faint tabular-nums">{place}</span>
          {id}
        </p>
        <p className="text-xs break-words text-ink-faint">
          {[when.domain, when.tools?.join(', '), when.code].filter(Boolean).join(' · ')}
        </p>
        {when.all.map((condition) => (
          <p key={JSON.stringify(condition)} className="text-xs break-words text-ink-soft">
            <code>{conditionText(condition)}</code>
          </p>
        ))}
      </div>
      <p className="min-w-0 break-words text-ink-soft">{template}</p>
    </li>
  )
}
