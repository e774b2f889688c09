'use client'

import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useMemo, useState } from 'react'
import { toast } from 'sonner'
import { editHref } from '@/components/curricula/curriculum-href'
import type { ApiOutput } from '@/components/data/api-types'
import { useTRPC } from '@/components/data/trpc'
import { InputField, SelectField } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { AblationPanel } from './ablation-panel'
import { BackendFields } from './backend-fields'
import { checkForm, type FieldErrors, type LaunchFormState } from './form-state'
import { LaunchSummary } from './launch-summary'
import { SettingsPanel } from './settings-panel'
import { StageFields } from './stage-fields'
import { TrainerPanel } from './trainer-panel'

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

  const training = options.suites.filter(({ kind }) => kind === 'in_distribution')
  return (
    <form
      onSubmit={submit}
      noValidate
      className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]"
    >
      <div className="grid min-w-0 gap-4">
        {form.parent !== null && <CloneNotice parent={form.parent} differences={differences} />}
        <Panel title="What is trained, on what">
          <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
            <SelectField
              label="Suite"
              value={form.suite}
              onChange={(event) => change({ suite: event.target.value })}
              error={errors.suite}
              help="Training, validation and test tasks; no dialogue is on two sides"
            >
              {training.map(({ name, title, version }) => (
                <option key={name} value={name}>
                  {title} (version {version})
                </option>
              ))}
            </SelectField>
            <BackendFields form={form} clusters={options.clusters} errors={errors} onChange={changeBackend} />
            <InputField
              label="Name"
              value={form.name}
              placeholder="after suite and seed"
              onChange={(event) => change({ name: event.target.value })}
              error={errors.name}
            />
            <InputField
              label="Seeds"
              value={form.seeds}
              onChange={(event) => change({ seeds: event.target.value })}
              error={errors.seeds}
              help="One run per seed: 0, or 0-4, or 0, 3, 7"
            />
          </div>
        </Panel>
        <Panel title="The environment it learns in">
          <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
            <SelectField
              label="Curriculum"
              value={curriculum ? options.curricula.indexOf(curriculum) : -1}
              onChange={(event) => {
                const chosen = options.curricula[Number(event.target.value)]
                if (chosen) change({ curriculum: chosen.name, curriculumVersion: chosen.version, stages: {} })
              }}
              error={errors.curriculum}
            >
              {options.curricula.map(({ name, title, version }, index) => (
                <option key={`${name}/${version}`} value={index}>
                  {title} (version {version})
                </option>
              ))}
            </SelectField>
            <SelectField
              label="Augmentation"
              value={form.augmentation}
              onChange={(event) => change({ augmentation: event.target.value })}
              error={errors.augmentation}
              help="Hints in place of vague tool errors"
            >
              {options.augmentationSets.map(({ name, title, version, rules }) => (
                <option key={name} value={name}>
                  {title} (version {version}, {rules} rules)
                </option>
              ))}
              <option value="">Off: standard feedback in every stage</option>
            </SelectField>
            <SelectField
              label="Reward"
              value={form.reward}
              onChange={(event) => change({ reward: event.target.value as LaunchFormState['reward'] })}
              error={errors.reward}
            >
              <option value="stage">As the stages say</option>
              <option value="progress">Progress: share of right turns</option>
              <option value="syntax">Syntax: share of well-formed steps</option>
              <option value="binary">Binary: all turns right or nothing</option>
            </SelectField>
          </div>
        </Panel>
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

function CloneNotice({ parent, differences }: { parent: number; differences: readonly string[] }) {
  return (
    <div className="rounded-lg border border-line bg-surface px-3 py-2">
      <p>
        A clone of{' '}
        <Link href={`/runs/${parent}`} className="underline">
          run #{parent}
        </Link>
        {differences.length === 0 ? ': its choices, seed included.' : ', but not everything can be the same:'}
      </p>
      {differences.length > 0 && (
        <ul className="mt-1 list-disc pl-5 text-warn">
          {differences.map((difference) => (
            <li key={difference}>{difference}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Before the first try only what was typed is judged; an empty choice is not an error yet. */
function visibleErrors(errors: FieldErrors): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).filter(([field]) => !['suite', 'curriculum', 'model'].includes(field)),
  )
}
