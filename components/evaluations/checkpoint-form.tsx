'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { serverNames } from '@/components/backends/server-names'
import type { ApiOutput } from '@/components/data/api-types'
import { useTRPC } from '@/components/data/trpc'
import { useSearchState } from '@/components/data/use-search-state'
import { Button } from '@/components/ui/button'
import { InputField, SelectField } from '@/components/ui/field'
import { quantity } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { type CheckpointFormState, checkCheckpointForm } from './checkpoint-form-state'
import { EndpointSelect } from './endpoint-select'
import { needsSearch, needsSimulator } from './new-evaluation-state'
import { SearchChoice } from './search-choice'
import { SearchProvidersDialog } from './search-providers-dialog'
import { SuiteChoice } from './suite-choice'

interface CheckpointFormProps {
  readonly options: ApiOutput['evaluations']['checkpointOptions']
  readonly start: CheckpointFormState
}

/** A checkpoint of a run × suites, greedily or drawn several times; the untrained policy is played first. */
export function CheckpointForm({ options: initial, start }: CheckpointFormProps) {
  const trpc = useTRPC()
  const router = useRouter()
  const [query, changeQuery] = useSearchState()
  const question = trpc.evaluations.checkpointOptions.queryOptions({ id: initial.run.id }, { initialData: initial })
  const options = useQuery(question).data
  const { run, served: cluster, checkpoints, suites, endpoints, searchProviders } = options
  const [form, setForm] = useState(start)
  const [tried, setTried] = useState(false)
  const change = (part: Partial<CheckpointFormState>) => setForm((before) => ({ ...before, ...part }))
  const launch = useMutation(
    trpc.evaluations.launchCheckpoint.mutationOptions({ onSuccess: ({ id }) => router.push(`/evaluations/${id}`) }),
  )
  const checked = checkCheckpointForm(options, form)
  const served: Readonly<Record<string, string>> | null = launch.error?.data?.fields ?? null
  const errors: Readonly<Record<string, string>> = checked.ok ? (served ?? {}) : tried ? checked.errors : {}
  const text = (name: 'temperature' | 'repeats' | 'seed' | 'name') => ({
    value: form[name],
    error: errors[name] ?? null,
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (checked.ok) launch.mutate(checked.input)
  }
  return (
    <>
      <form onSubmit={submit} noValidate className="max-w-3xl">
        <Panel
          title="What is evaluated"
          note={
            <>
              The policy of{' '}
              <Link href={`/runs/${run.id}`} className="hover:underline">
                {run.name} #{run.id}
              </Link>
            </>
          }
        >
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              label="Checkpoint"
              value={form.checkpoint}
              onChange={(event) => change({ checkpoint: event.target.value })}
              error={errors.checkpoint ?? errors.run ?? null}
            >
              {checkpoints.map(({ id, step, stage }, index) => (
                <option key={id} value={id}>
                  step {quantity(step)}, in stage {stage + 1}
                  {index === 0 && ' (latest)'}
                </option>
              ))}
              <option value="untrained">{cluster ? `untrained: ${cluster.model}` : 'untrained'}</option>
            </SelectField>
            <SelectField
              label="Plays"
              value={form.drawn ? 'drawn' : 'greedy'}
              onChange={(event) => change({ drawn: event.target.value === 'drawn' })}
            >
              <option value="greedy">greedily, as a run’s own evaluations</option>
              <option value="drawn">drawn by probability</option>
            </SelectField>
            <SuiteChoice
              suites={suites}
              chosen={form.suites}
              onChange={(chosen) => change({ suites: chosen })}
              error={errors.suites ?? null}
            />
            {needsSimulator(form, options) && (
              <EndpointSelect
                label="Who plays the user"
                endpoints={endpoints}
                value={form.simulator}
                onChange={(simulator) => change({ simulator })}
                error={errors.simulator ?? null}
              />
            )}
            {needsSearch(form, options) && (
              <SearchChoice
                providers={searchProviders}
                value={form.search}
                onChange={(search) => change({ search })}
                onManage={() => changeQuery({ search: 'shown' })}
                error={errors.search ?? null}
              />
            )}
            {form.drawn && (
              <>
                <InputField
                  label="Temperature"
                  help="Above 0, at most 2"
                  inputMode="decimal"
                  {...text('temperature')}
                />
                <InputField
                  label="Repeats"
                  help="How often every task is played, 1 to 20"
                  inputMode="numeric"
                  {...text('repeats')}
                />
                <InputField label="Seed" help="Of the draws" inputMode="numeric" {...text('seed')} />
              </>
            )}
            <InputField label="Name" help="Empty: the run’s and the checkpoint’s" {...text('name')} />
          </div>
          {cluster && (
            <p className="mt-4 text-ink-soft">
              {serverNames[cluster.server]} serves it by a job on {cluster.cluster} until the last task is played. The
              job waits there as any other does.
            </p>
          )}
          <p className={`${cluster ? 'mt-2' : 'mt-4'} text-ink-soft`}>
            {cluster ? 'The model as it was before training' : 'The untrained policy'} plays the same suites first,
            unless it did in the same way before: every evaluation has something to be compared with.
          </p>
          <div className="mt-3 flex flex-wrap items-center gap-3">
            <Button type="submit" look="primary" disabled={launch.isPending}>
              Start the evaluation
            </Button>
            {launch.error && !served && (
              <p role="alert" className="text-bad">
                {launch.error.message}
              </p>
            )}
          </div>
        </Panel>
      </form>
      {query.get('search') !== null && <SearchProvidersDialog onClose={() => changeQuery({ search: null })} />}
    </>
  )
}
