import type { Curriculum, Stage } from '@/server/core/curriculum/curriculum'
import { type CurriculumDraft, checkCurriculum, curriculumName } from '@/server/core/curriculum/read-curriculum'
import { splits } from '@/server/core/tasks/task'
import { type GateText, gateAsText, readGate } from './gate-text'

/** A stage as it is typed. */
export interface StageDraft {
  /** Tells stages apart while they are renamed and moved. */
  readonly key: number
  readonly name: string
  readonly title: string
  readonly splits: readonly string[]
  /** Empty: all matching tasks. */
  readonly limit: string
  readonly sampling: NonNullable<Stage['data']['sampling']>
  readonly reward: Stage['reward']
  readonly feedback: Stage['feedback']
  readonly groupSize: string
  readonly batchSize: string
  readonly gate: GateText
  /** What the stage began as: members that have no field here stay as they are. */
  readonly origin: Stage
}

export interface Draft {
  readonly name: string
  readonly title: string
  readonly stages: readonly StageDraft[]
}

export const draftOf = ({ name, title, stages }: Omit<Curriculum, 'version'>): Draft => ({
  name,
  title,
  stages: stages.map(stageDraftOf),
})

export const stageDraftOf = (stage: Stage, key: number): StageDraft => ({
  ...{ key, name: stage.name, title: stage.title, origin: stage },
  ...{ reward: stage.reward, feedback: stage.feedback, splits: stage.data.splits },
  limit: stage.data.limit === undefined ? '' : String(stage.data.limit),
  sampling: stage.data.sampling ?? 'uniform',
  groupSize: String(stage.groupSize),
  batchSize: String(stage.batchSize),
  gate: gateAsText(stage.gate),
})

/** Dotted path of a field, such as `stages.1.gate.window` → what is wrong with it. */
export type DraftErrors = Readonly<Record<string, string>>

export type CheckedDraft =
  | { readonly ok: true; readonly curriculum: CurriculumDraft }
  | { readonly ok: false; readonly errors: DraftErrors }

/** Turns the form into a curriculum, or says at each field what is wrong with it. */
export function checkDraft(draft: Draft): CheckedDraft {
  const errors: Record<string, string> = {}
  const stages = draft.stages.map((stage, index) => stageOf(stage, `stages.${index}`, errors))
  if (Object.keys(errors).length === 0) {
    const checked = checkCurriculum({ name: draft.name, title: draft.title, stages })
    if (checked.ok) return checked
    for (const { path, message } of checked.problems) errors[path.replaceAll(/\[(\d+)\]/g, '.$1')] ??= message
    return { ok: false, errors }
  }
  if (!curriculumName.test(draft.name)) errors.name = nameRule
  if (draft.title.trim() === '') errors.title = 'A title, for lists.'
  return { ok: false, errors }
}

const nameRule = 'Small letters, digits and hyphens, such as short-hints.'

function stageOf(draft: StageDraft, path: string, errors: Record<string, string>): unknown {
  const whole = (name: 'groupSize' | 'batchSize' | 'limit', least: number) => {
    const value = Number(draft[name])
    if (draft[name].trim() === '' || !Number.isInteger(value) || value < least)
      errors[`${path}.${name}`] = `A whole number, ${least} or more${name === 'limit' ? ', or nothing for all' : ''}.`
    return value
  }
  if (!curriculumName.test(draft.name)) errors[`${path}.name`] = nameRule
  if (draft.title.trim() === '') errors[`${path}.title`] = 'A title, for people.'
  if (draft.splits.length === 0)
    errors[`${path}.splits`] = 'Choose at least one split: a stage without tasks cannot train.'
  const gate = readGate(draft.gate)
  if (!gate.ok) for (const [name, message] of Object.entries(gate.errors)) errors[`${path}.gate.${name}`] = message
  const { limit: _, ...data } = draft.origin.data
  return {
    ...draft.origin,
    ...{ name: draft.name, title: draft.title.trim(), reward: draft.reward, feedback: draft.feedback },
    data: {
      ...data,
      splits: splits.filter((split) => draft.splits.includes(split)),
      ...(draft.limit.trim() === '' ? {} : { limit: whole('limit', 1) }),
      ...(draft.sampling === (data.sampling ?? 'uniform') ? {} : { sampling: draft.sampling }),
    },
    groupSize: whole('groupSize', 2),
    batchSize: whole('batchSize', 1),
    gate: gate.ok ? gate.gate : draft.origin.gate,
  }
}

/** The stages with one moved by a place, up (−1) or down (1). */
export function moved(stages: readonly StageDraft[], index: number, by: -1 | 1): StageDraft[] {
  const [stage, other] = [stages[index], stages[index + by]]
  if (!stage || !other) return [...stages]
  return stages.with(index, other).with(index + by, stage)
}

/** The stages with a copy of one behind it, under a name that is free. */
export function withCopy(stages: readonly StageDraft[], index: number): StageDraft[] {
  const stage = stages[index]
  if (!stage) return [...stages]
  const key = Math.max(...stages.map((other) => other.key)) + 1
  let number = 2
  while (stages.some(({ name }) => name === `${stage.name}-${number}`)) number++
  const copy = { ...stage, key, name: `${stage.name}-${number}`, title: `${stage.title}, again` }
  return stages.toSpliced(index + 1, 0, copy)
}
