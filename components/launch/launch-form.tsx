'use client'

import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useMemo, useState } from 'react'
import { toast } from 'sonner'
import { editHref } from '@/components/curricula/curriculum-href'
import type { ApiOutput } from '@/components/data/api-types'
import { useTRPC } from '@/components/data/trpc'
import { Panel } from '@/components/ui/panel'
import { AblationPanel } from './ablation-panel'
import { CloneNotice } from './clone-notice'
import { EnvironmentPanel } from './environment-panel'
import { checkForm, type FieldErrors, type LaunchFormState } from './form-state'
import { LaunchSummary } from './launch-summary'
import { SettingsPanel } from './settings-panel'
import { StageFields } from './stage-fields'
import { TrainerPanel } from './trainer-panel'
import { TrainingPanel } from './training-panel'

interface LaunchFormProps {
  readonly options: ApiOutput['launch']['options']
  readonly start: LaunchFormState
  /** In what a clone differs from its parent although the form says the same. */
  readonly differences: readonly string[]
}

/** A form that ends in one validated snapshot and says before launching what will happen. */
export function LaunchForm({ options, start, differences }: LaunchFormProps) {
  const trpc = useTRPC()
  const router = useRouter()
  const [form, setForm] = useState(start)
  const [tried, setTried] = useState(false)
  // One key a form: pressing twice, or again after a lost answer, launches once.
  const [key] = useState(() => crypto.randomUUID())
  const curriculum = options.curricula.find(
    ({ name, version }) => name === form.curriculum && version === form.curriculumVersion,
  )
  const checked = useMemo(() => checkForm(form, curriculum, key), [form, curriculum, key])
  const plan = useQuery(
    // the name changes nothing of what will happen
    trpc.launch.plan.queryOptions(checked.ok ? { ...checked.request, name: '' } : skipToken, {
      placeholderData: (before) => before,
    }),
  )
  const launch = useMutation(trpc.launch.launch.mutationOptions())
  const serverErrors = (launch.error?.data?.fields ?? plan.error?.data?.fields ?? null) as FieldErrors | null
  const errors: FieldErrors = checked.ok ? (serverErrors ?? {}) : tried ? checked.errors : visibleErrors(checked.errors)
  const change = (part: Partial<LaunchFormState>) => setForm((before) => ({ ...before, ...part }))

  /** A curriculum that was not chosen by hand follows the backend: steps of a language model are other steps. */
  const changeBackend = (part: Partial<LaunchFormState>) => {
    const usual = part.backend === undefined ? null : part.backend === 'local' ? 'starter' : 'paper'
    const stages = options.curricula.find(({ name }) => name === usual)
    const isUsual = form.curriculum === 'starter' || form.curriculum === 'paper'
    const follows = stages && isUsual && form.parent === null && Object.keys(form.stages).length === 0
    change(follows ? { ...part, curriculum: stages.name, curriculumVersion: stages.version } : part)
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!checked.ok) return
    const { runs } = await launch.mutateAsync(checked.request).catch(() => ({ runs: [] }))
    const first = runs[0]
    if (!first) return
    toast.success(runs.length === 1 ? `Run #${first.id} is queued` : `${runs.length} runs are queued`)
    router.push(runs.length === 1 ? `/runs/${first.id}` : '/')
  }

  return (
    <form
      onSubmit={submit}
      noValidate
      className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]"
    >
      <div className="grid min-w-0 gap-4">
        {form.parent !== null && <CloneNotice parent={form.parent} differences={differences} />}
        <TrainingPanel form={form} options={options} errors={errors} onChange={change} onBackend={changeBackend} />
        <EnvironmentPanel form={form} options={options} curriculum={curriculum} errors={errors} onChange={change} />
        {curriculum && (
          <Panel
            title="Stages"
            actions={
              <Link
                href={editHref(curriculum.name, curriculum.version)}
                className="py-1 text-xs text-ink-soft underline hover:text-ink"
              >
                Edit as a curriculum of your own
              </Link>
            }
          >
            <StageFields
              curriculum={curriculum}
              hints={form.augmentation !== ''}
              stages={form.stages}
              errors={errors}
              onChange={(stages) => change({ stages })}
            />
          </Panel>
        )}
        {form.backend === 'local' ? (
          <SettingsPanel settings={form.settings} errors={errors} onChange={(settings) => change({ settings })} />
        ) : (
          <TrainerPanel trainer={form.trainer} errors={errors} onChange={(trainer) => change({ trainer })} />
        )}
        <AblationPanel request={checked.ok ? checked.request : null} />
      </div>
      <LaunchSummary
        plan={plan.data}
        request={checked.ok ? checked.request : null}
        problem={launch.error?.message ?? plan.error?.message ?? null}
        fieldProblems={Object.keys(errors).length}
        launching={launch.isPending}
      />
    </form>
  )
}

/** Before the first try only what was typed is judged; an empty choice is not an error yet. */
function visibleErrors(errors: FieldErrors): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).filter(([field]) => !['suite', 'curriculum', 'model'].includes(field)),
  )
}
