import type { Curriculum } from '@/server/core/curriculum/curriculum'
import type { LaunchRequest } from '@/server/core/runs/launch-input'
import { type PolicySettings, policySettingsSchema } from '@/server/core/runs/snapshot'
import type { Engine } from '@/server/core/runs/trainer-settings'
import { parseSeeds } from './parse-seeds'
import { readStage, type StageTexts } from './stage-edits'
import { readTrainer, type TrainerText } from './trainer-text'

/** The launch form as the person sees it: texts, not numbers, so that a half-typed value is nobody's error yet. */
export interface LaunchFormState {
  readonly name: string
  readonly suite: string
  readonly curriculum: string
  /** The version that the form shows is the one that is launched. */
  readonly curriculumVersion: number
  /** Name of a set; empty: hints are off. */
  readonly augmentation: string
  readonly reward: 'stage' | 'syntax' | 'progress' | 'binary'
  readonly seeds: string
  /** Name of a backend; `local` is this machine. */
  readonly backend: string
  /** On a cluster. */
  readonly model: string
  readonly engine: Engine
  readonly trainer: TrainerText
  readonly settings: Readonly<Record<keyof PolicySettings, string>>
  readonly stages: StageTexts
  /** Suites evaluated beside the main one; null: the usual ones, whatever is stored when it is launched. */
  readonly outOfDistribution: readonly string[] | null
  /** The run that this one is a clone of. */
  readonly parent: number | null
}

export type FieldErrors = Readonly<Record<string, string>>

export const defaultSettings: PolicySettings = policySettingsSchema.parse({})

export function settingsAsText(settings: PolicySettings): LaunchFormState['settings'] {
  const text = Object.entries(settings).map(([name, value]) => [name, String(value)])
  return Object.fromEntries(text) as LaunchFormState['settings']
}

export type CheckedForm =
  | { readonly ok: true; readonly request: LaunchRequest }
  | { readonly ok: false; readonly errors: FieldErrors }

/** Turns the form into a launch request, for this machine or for a cluster, or says at each field what is wrong with it. */
export function checkForm(form: LaunchFormState, curriculum: Curriculum | undefined, key: string): CheckedForm {
  const errors: Record<string, string> = {}
  const seeds = parseSeeds(form.seeds)
  if (!seeds.ok) errors.seeds = seeds.error
  const trained = form.backend === 'local' ? checkPolicy(form, errors) : checkTrainer(form, errors)
  const stages: NonNullable<LaunchRequest['stages']> = {}
  for (const stage of curriculum?.stages ?? []) {
    const read = readStage(stage, form.stages[stage.name] ?? {})
    if ('errors' in read)
      for (const [field, error] of Object.entries(read.errors)) errors[`stages.${stage.name}.${field}`] = error
    else if (Object.keys(read.edit).length > 0) stages[stage.name] = read.edit
  }
  if (form.suite === '') errors.suite = 'Choose a suite.'
  if (form.curriculum === '') errors.curriculum = 'Choose a curriculum.'
  if (Object.keys(errors).length > 0 || !seeds.ok || !trained) return { ok: false, errors }
  const { name, suite, reward } = form
  const augmentation = form.augmentation === '' ? null : form.augmentation
  return {
    ok: true,
    request: {
      key,
      name,
      suite,
      curriculum: form.curriculum,
      curriculumVersion: form.curriculumVersion,
      ...(form.outOfDistribution === null ? {} : { outOfDistribution: [...form.outOfDistribution] }),
      ...(form.parent === null ? {} : { parent: form.parent }),
      reward,
      augmentation,
      stages,
      seeds: [...seeds.seeds],
      ...trained,
    },
  }
}

type Errors = Record<string, string>

/** The settings of the built-in policy, or null with what is wrong written down. */
function checkPolicy(form: LaunchFormState, errors: Errors): Pick<LaunchRequest, 'settings'> | null {
  for (const name of numericSettings) {
    if (form.settings[name].trim() === '' || Number.isNaN(Number(form.settings[name])))
      errors[`settings.${name}`] = 'A number is needed.'
  }
  const settings = policySettingsSchema.safeParse(Object.fromEntries(Object.entries(form.settings).map(readSetting)))
  if (settings.success) return { settings: settings.data }
  for (const issue of settings.error.issues) errors[`settings.${issue.path.join('.')}`] ??= issue.message
  return null
}

type ClusterPart = Pick<LaunchRequest, 'backend' | 'model' | 'engine' | 'trainer'>

/** What a cluster is told, or null with what is wrong written down. */
function checkTrainer({ backend, model, engine, trainer }: LaunchFormState, errors: Errors): ClusterPart | null {
  if (model.trim() === '') errors.model = 'Name the model: a name that the cluster can load, or a path on it.'
  const settings = readTrainer(trainer)
  if (settings.ok) return { backend, model: model.trim(), engine, trainer: settings.settings }
  Object.assign(errors, settings.errors)
  return null
}

const numericSettings = (Object.keys(defaultSettings) as (keyof PolicySettings)[]).filter(
  (name) => typeof defaultSettings[name] === 'number',
)

function readSetting([name, text]: [string, string]): [string, unknown] {
  if (name === 'credit') return [name, text]
  if (name === 'resetState') return [name, text === 'true']
  return [name, Number(text)]
}
