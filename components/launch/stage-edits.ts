import { type GateErrors, type GateText, gateAsText, readGate } from '@/components/curricula/gate-text'
import { editOf, type GateEdit } from '@/components/curricula/simulator-edits'
import type { Gate, Stage } from '@/server/core/curriculum/curriculum'
import type { StageEdit } from '@/server/core/runs/launch-input'

/** The numbers of a stage beside its gate that a launch may change. */
export const stageNumbers = ['batchSize', 'groupSize', 'limit'] as const
export type StageNumber = (typeof stageNumbers)[number]

/** What was typed over a stage for one launch; a number that is not there, or empty, is the curriculum's. */
export interface StageText extends Partial<Readonly<Record<StageNumber, string>>> {
  readonly gate?: GateEdit
}

/** Stage name → what was typed over it. */
export type StageTexts = Readonly<Record<string, StageText>>

/** The stage's gate as the form shows it. A shorter stage must still be able to pass: what was not typed moves along. */
export function shownGate({ gate }: Stage, { gate: typed = {} }: StageText): GateText {
  const own = gateAsText(gate)
  const maxSteps = Number(typed.maxSteps)
  const moves = Number.isInteger(maxSteps) && maxSteps > 0
  const shorter = (name: 'minSteps' | 'validateEvery') => (moves ? String(Math.min(gate[name], maxSteps)) : own[name])
  return {
    ...own,
    ...{ minSteps: shorter('minSteps'), validateEvery: shorter('validateEvery') },
    ...typed,
    maxSteps: typed.maxSteps?.trim() || own.maxSteps,
  }
}

type Read = { readonly edit: StageEdit } | { readonly errors: Readonly<Record<string, string>> }

const leastNumber: Readonly<Record<StageNumber, number>> = { batchSize: 1, groupSize: 2, limit: 1 }

/** What a launch changes of the stage, or what is wrong, by field (`gate.window`, `batchSize`). */
export function readStage(stage: Stage, text: StageText): Read {
  const errors: Record<string, string> = {}
  const edit: Partial<Record<StageNumber, number>> = {}
  for (const name of stageNumbers) {
    const typed = text[name]?.trim() ?? ''
    if (typed === '') continue
    const [value, least] = [Number(typed), leastNumber[name]]
    if (Number.isInteger(value) && value >= least) edit[name] = value
    else errors[name] = `A whole number, ${least} or more.`
  }
  const read = readGate(shownGate(stage, text))
  if (!read.ok) Object.assign(errors, named(read.errors))
  if (!read.ok || Object.keys(errors).length > 0) return { errors }
  const gate = changesOf(stage.gate, read.gate)
  return { edit: { ...edit, ...(Object.keys(gate).length === 0 ? {} : { gate }) } }
}

/** How many values were typed that are not the curriculum's. */
export function countEdits(stage: Stage, text: StageText): number {
  const gate = Object.keys(editOf(stage.gate, shownGate(stage, text))).length
  return gate + stageNumbers.filter((name) => (text[name]?.trim() ?? '') !== '').length
}

const named = (errors: GateErrors) =>
  Object.fromEntries(Object.entries(errors).map(([name, error]) => [`gate.${name}`, error]))

function changesOf(before: Gate, after: Gate): Partial<Gate> {
  const names = Object.keys(after) as (keyof Gate)[]
  return Object.fromEntries(names.filter((name) => after[name] !== before[name]).map((name) => [name, after[name]]))
}
