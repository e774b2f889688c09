'use client'

import { keepPreviousData, skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { useTRPC } from '@/components/data/trpc'
import { useSearchState } from '@/components/data/use-search-state'
import { Button } from '@/components/ui/button'
import { InputField } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { EndpointSelect } from './endpoint-select'
import { EndpointsDialog } from './endpoints-dialog'
import { EvaluationEstimate } from './evaluation-estimate'
import {
  checkNewEvaluation,
  estimateQuestion,
  type NewEvaluationState,
  needsSearch,
  needsSimulator,
} from './new-evaluation-state'
import { SearchChoice } from './search-choice'
import { SearchProvidersDialog } from './search-providers-dialog'
import { SuiteChoice } from './suite-choice'

type Options = ApiOutput['evaluations']['options']

interface NewEvaluationFormProps {
  readonly options: Options
  readonly start: NewEvaluationState
}

/** Endpoint × suites × repeats, with what that will roughly take before anything is sent. */
export function NewEvaluationForm({ options: initial, start }: NewEvaluationFormProps) {
  const trpc = useTRPC()
  const router = useRouter()
  const [query, changeQuery] = useSearchState()
  const options = useQuery(trpc.evaluations.options.queryOptions(undefined, { initialData: initial })).data
  const [form, setForm] = useState(start)
  const [tried, setTried] = useState(false)
  const change = (part: Partial<NewEvaluationState>) => setForm((before) => ({ ...before, ...part }))
  const launch = useMutation(
    trpc.evaluations.launch.mutationOptions({ onSuccess: ({ id }) => router.push(`/evaluations/${id}`) }),
  )
  const checked = checkNewEvaluation(form, options)
  const served: Readonly<Record<string, string>> | null = launch.error?.data?.fields ?? null
  const errors: Readonly<Record<string, string>> = checked.ok ? (served ?? {}) : tried ? checked.errors : {}
  const question = estimateQuestion(form)
  const estimate = useQuery(
    trpc.evaluations.estimate.queryOptions(question ?? skipToken, { placeholderData: keepPreviousData }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (checked.ok) launch.mutate(checked.input)
  }
  return (
    <>
      <form onSubmit={submit} noValidate className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Panel title="What is evaluated">
          <div className="grid gap-4 sm:grid-cols-2">
            <EndpointSelect
              label="Endpoint"
              endpoints={options.endpoints}
              value={form.endpoint}
              onChange={(endpoint) => change({ endpoint })}
              error={errors.endpoint ?? null}
            />
            <div className="sm:mt-5">
              <Button onClick={() => changeQuery({ endpoints: 'shown' })}>
                {options.endpoints.length === 0 ? 'Add an endpoint' : 'Endpoints'}
              </Button>
            </div>
            <SuiteChoice
              suites={options.suites}
              chosen={form.suites}
              onChange={(suites) => change({ suites })}
              error={errors.suites ?? null}
            />
            {needsSimulator(form, options) && (
              <EndpointSelect
                label="Who plays the user"
                endpoints={options.endpoints}
                value={form.simulator}
                onChange={(simulator) => change({ simulator })}
                error={errors.simulator ?? null}
              />
            )}
            {needsSearch(form, options) && (
              <SearchChoice
                providers={options.searchProviders}
                value={form.search}
                onChange={(search) => change({ search })}
                onManage={() => changeQuery({ search: 'shown' })}
                error={errors.search ?? null}
              />
            )}
            <InputField
              label="Repeats"
              help="How often every task is played, 1 to 20"
              inputMode="numeric"
              value={form.repeats}
              onChange={(event) => change({ repeats: event.target.value })}
              error={errors.repeats ?? null}
            />
            <InputField
              label="Seed"
              help="Sent with every request; the next repeat has the next one"
              inputMode="numeric"
              value={form.seed}
              onChange={(event) => change({ seed: event.target.value })}
              error={errors.seed ?? null}
            />
            <InputField
              label="Name"
              help="Empty: the endpoint’s and the model’s"
              value={form.name}
              onChange={(event) => change({ name: event.target.value })}
              error={errors.name ?? null}
            />
          </div>
        </Panel>
        <EvaluationEstimate
          estimate={question ? estimate.data : undefined}
          pending={estimate.isFetching}
          unasked={
            form.suites.length === 0 ? 'Choose suites to see what they take.' : 'Repeats: a whole number from 1 to 20.'
          }
          launching={launch.isPending}
          problem={launch.error && !served ? launch.error.message : null}
        />
      </form>
      {query.get('search') !== null && <SearchProvidersDialog onClose={() => changeQuery({ search: null })} />}
      {query.get('endpoints') !== null && <EndpointsDialog onClose={() => changeQuery({ endpoints: null })} />}
    </>
  )
}
