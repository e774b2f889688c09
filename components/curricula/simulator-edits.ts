import { z } from 'zod'
import type { Gate } from '@/server/core/curriculum/curriculum'
import { type GateText, gateAsText, gateFields } from './gate-text'

/** What was typed over a stage's gate. */
export type GateEdit = Partial<GateText>
/** Stage name → what was typed over its gate. */
export type GateEdits = Readonly<Record<string, GateEdit>>

const texts = Object.fromEntries(gateFields.map(({ name }) => [name, z.string().max(20).optional()]))
const editsSchema = z.record(z.string().max(100), z.strictObject({ ...texts, advanceAtLimit: z.boolean().optional() }))

/** The edits as an address holds them; null: there are none. */
export function editsInUrl(edits: GateEdits): string | null {
  const kept = Object.entries(edits).filter(([, edit]) => Object.keys(edit).length > 0)
  return kept.length === 0 ? null : JSON.stringify(Object.fromEntries(kept))
}

/** Edits from an address; none where it says something else. */
export function readEdits(text: string | null): GateEdits {
  try {
    return editsSchema.catch({}).parse(JSON.parse(text ?? '{}'))
  } catch {
    return {}
  }
}

/** What a gate as typed has other than the run's own. */
export function editOf(own: Gate, typed: GateText): GateEdit {
  const before = gateAsText(own)
  const names = Object.keys(before) as (keyof GateText)[]
  return Object.fromEntries(names.filter((name) => typed[name] !== before[name]).map((name) => [name, typed[name]]))
}
