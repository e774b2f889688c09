'use client'

import { ArrowDown, ArrowUp, Copy, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { useSearchState } from '@/components/data/use-search-state'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import type { DraftRule } from '@/server/core/hints/draft-rule'
import { readScope } from '../hints-scope'
import type { ScopeChoices } from '../scope-select'
import { DraftBar } from './draft-bar'
import { DraftThisRule } from './draft-this-rule'
import { RuleForm } from './rule-form'
import { RuleList } from './rule-list'
import { RulePreview } from './rule-preview'
import { TestDraft } from './test-draft'
import { type Draft, type Problem, useDraft } from './use-draft'

interface DraftViewProps {
  readonly initial: Draft
  readonly catalogue: ApiOutput['hints']['catalogue']
  readonly choices: ScopeChoices
}

const emptyRule: DraftRule = { id: '', when: { code: '', all: [] }, template: '' }

/** The editor: the rules of a draft in their order, one of them open, and what it would do. */
export function DraftView({ initial, catalogue, choices }: DraftViewProps) {
  const draft = useDraft(initial)
  const { rules, change } = draft
  const [search, changeSearch] = useSearchState()
  const [refused, setRefused] = useState<readonly Problem[]>([])
  const number = Number(search.get('rule') ?? 1)
  const index = Math.min(Math.max(1, Number.isInteger(number) ? number : 1), Math.max(1, rules.length)) - 1
  const rule = rules[index]
  const scope = readScope({ run: search.get('run') ?? undefined, group: search.get('group') ?? undefined })
  // what only saving looks for stays until the rule is changed
  const leaks = refused.filter((problem) => problem.field === 'template' && rules[problem.index]?.id === problem.rule)
  const problems = [
    ...draft.problems,
    ...leaks.filter((leak) => !draft.problems.some((own) => own.message === leak.message)),
  ]
  const open = (at: number) => changeSearch({ rule: String(at + 1) })
  const edit = (next: DraftRule) => {
    setRefused((now) => now.filter((problem) => problem.index !== index))
    change({ do: 'set', index, rule: next })
  }
  const insert = (at: number, next: DraftRule) => {
    setRefused([])
    change({ do: 'insert', index: at, rule: next })
    open(at)
  }
  const move = (to: number) => {
    setRefused([])
    change({ do: 'move', index, to })
    open(to)
  }
  const remove = () => {
    setRefused([])
    change({ do: 'remove', index })
    open(Math.max(0, Math.min(index, rules.length - 2)))
  }
  return (
    <div className="grid grid-cols-1 gap-4">
      <DraftBar
        draft={draft}
        id={initial.id}
        base={initial.base}
        problems={problems}
        onRefused={setRefused}
        onOpen={open}
      />
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <RuleList
          rules={rules}
          current={index}
          wrong={new Set(problems.map((problem) => problem.index))}
          onOpen={open}
          onAdd={() => insert(rules.length, emptyRule)}
        />
        {rule ? (
          <div className="grid min-w-0 content-start gap-4">
            <Panel
              title={
                <span className="flex flex-wrap items-center gap-2">
                  Rule {index + 1} of {rules.length}
                  {rule.origin && <Badge title="Nobody wrote it: look at it before you save">from {rule.origin}</Badge>}
                </span>
              }
              actions={
                <>
                  {rule.when.code !== '' && (
                    <TestDraft draft={initial.id} rule={rule} run={scope.run} settle={draft.settle} />
                  )}
                  <Button size="small" disabled={index === 0} onClick={() => move(index - 1)}>
                    <ArrowUp aria-hidden /> Earlier
                  </Button>
                  <Button size="small" disabled={index >= rules.length - 1} onClick={() => move(index + 1)}>
                    <ArrowDown aria-hidden /> Later
                  </Button>
                  <Button
                    size="small"
                    onClick={() => insert(index + 1, { ...rule, id: rule.id ? `${rule.id}-copy` : '' })}
                  >
                    <Copy aria-hidden /> Copy
                  </Button>
                  <Button size="small" look="danger" onClick={remove}>
                    <Trash2 aria-hidden /> Remove
                  </Button>
                </>
              }
            >
              <RuleForm
                rule={rule}
                catalogue={catalogue}
                problems={problems.filter((problem) => problem.index === index)}
                onChange={edit}
              />
              {rule.when.code !== '' && <DraftThisRule key={index} rule={rule} scope={scope} onDraft={edit} />}
            </Panel>
            <RulePreview draft={initial.id} index={index} rule={rule} scope={scope} choices={choices} />
          </div>
        ) : (
          <EmptyState title="No rule yet" action={<Button onClick={() => insert(0, emptyRule)}>Add a rule</Button>}>
            A rule says for which error of which tool the agent reads what.
          </EmptyState>
        )}
      </div>
    </div>
  )
}
