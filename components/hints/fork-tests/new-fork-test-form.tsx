'use client'

import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useDeferredValue, useState } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { useTRPC } from '@/components/data/trpc'
import type { ScopeChoices } from '@/components/hints/scope-select'
import { InputField, SelectField } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import type { ForkTarget } from '@/server/core/fork-tests/plan'
import { ForkTestEstimate } from './fork-test-estimate'
import { checkForkTest, type ForkTestErrors, filledErrors, type NewForkTestState } from './new-fork-test-state'
import { SetOptions } from './set-options'

interface NewForkTestFormProps {
  readonly options: ApiOutput['forkTests']['options']
  readonly runs: ScopeChoices['runs']
  readonly start: NewForkTestState
}

const kinds: Readonly<Record<ForkTarget['kind'], string>> = {
  rule: 'that a rule matched',
  error: 'of an error',
  all: 'of every kind',
}
type TextField = 'rule' | 'domain' | 'tool' | 'code' | 'forks' | 'repeats' | 'seed'
const errorFields = [
  { name: 'code', label: 'Error code', help: 'As the list of missing hints names it' },
  { name: 'tool', label: 'Tool', help: 'Empty: of any tool' },
  { name: 'domain', label: 'Domain', help: 'Empty: in any domain' },
] as const

/** Which failing calls, which sets, who plays on and how often, with what that will take before it begins. */
export function NewForkTestForm({ options, runs, start }: NewForkTestFormProps) {
  const trpc = useTRPC()
  const router = useRouter()
  const [form, setForm] = useState(start)
  const [tried, setTried] = useState(false)
  const change = (part: Partial<NewForkTestState>) => setForm((before) => ({ ...before, ...part }))
  const launch = useMutation(
    trpc.forkTests.launch.mutationOptions({ onSuccess: ({ id }) => router.push(`/hints/fork-tests/${id}`) }),
  )
  const checked = checkForkTest(useDeferredValue(form))
  const estimate = useQuery(
    trpc.forkTests.estimate.queryOptions(checked.ok ? checked.input : skipToken, {
      placeholderData: (before) => before,
      retry: false,
    }),
  )
  const problem = launch.error ?? estimate.error
  const served: ForkTestErrors = problem?.data?.fields ?? {}
  const errors = checked.ok ? served : tried ? checked.errors : filledErrors(form, checked.errors)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    // the estimate may still be that of what was typed before; what is launched is what the form says
    const shown = checkForkTest(form)
    if (shown.ok) launch.mutate(shown.input)
  }
  const text = (name: TextField) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
    error: errors[name] ?? null,
    autoComplete: 'off',
  })
  const select = (name: 'run' | 'setA' | 'setB' | 'endpoint') => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
    error: errors[name] ?? null,
  })
  const sets = <SetOptions sets={options.sets} drafts={options.drafts} />
  return (
    <form onSubmit={submit} noValidate className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid grid-cols-1 gap-4">
        <Panel title="Failing calls" note="Drawn by lot among those that were recorded">
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField label="Run" {...select('run')}>
              <option value="">Choose a run</option>
              {runs.map(({ id, name }) => (
                <option key={id} value={id}>
                  #{id} {name}
                </option>
              ))}
            </SelectField>
            <SelectField
              label="Failing calls"
              value={form.kind}
              onChange={({ target }) =>
                change({ kind: target.value === 'rule' || target.value === 'error' ? target.value : 'all' })
              }
              error={errors.target ?? null}
            >
              {Object.entries(kinds).map(([kind, label]) => (
                <option key={kind} value={kind}>
                  {label}
                </option>
              ))}
            </SelectField>
            {form.kind === 'rule' && <InputField label="Rule" help="As the ledger names it" {...text('rule')} />}
            {form.kind === 'error' &&
              errorFields.map(({ name, ...field }) => <InputField key={name} {...field} {...text(name)} />)}
            {form.kind === 'error' && (
              <Choice checked={form.withRule} onChange={(withRule) => change({ withRule })}>
                Those that a rule of the run’s set matched, too
              </Choice>
            )}
            <InputField label="Forks" help="How many are drawn, at most" inputMode="numeric" {...text('forks')} />
            <Choice checked={form.testTasks} onChange={(testTasks) => change({ testTasks })}>
              Failing calls of test tasks, too
            </Choice>
          </div>
        </Panel>
        <Panel title="Arms and player" note="Every fork goes on under every arm, with the same chances in each">
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField label="Set A" help="Against no hint at all" {...select('setA')}>
              <option value="">
                {form.kind === 'error' ? 'The newest version of the run’s set' : 'The run’s own set'}
              </option>
              {sets}
            </SelectField>
            <SelectField label="Set B" help="A third arm, against both" {...select('setB')}>
              <option value="">None</option>
              {sets}
            </SelectField>
            <SelectField label="Who plays on" {...select('endpoint')}>
              <option value="">The run’s own policy at its last checkpoint</option>
              {options.endpoints.map(({ id, name, model }) => (
                <option key={id} value={id}>
                  {name} ({model})
                </option>
              ))}
            </SelectField>
            <InputField label="Repeats" help="Of each fork under each arm" inputMode="numeric" {...text('repeats')} />
            <InputField label="Seed" help="Draws the forks and the actions" inputMode="numeric" {...text('seed')} />
          </div>
        </Panel>
      </div>
      <ForkTestEstimate
        estimate={checked.ok && !estimate.error ? estimate.data : undefined}
        pending={estimate.isFetching}
        launching={launch.isPending}
        problem={problem && Object.keys(served).length === 0 ? problem.message : null}
      />
    </form>
  )
}

interface ChoiceProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
}

function Choice({ checked, onChange, children }: ChoiceProps) {
  return (
    <label className="flex items-center gap-2 self-center text-ink-soft">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {children}
    </label>
  )
}
