import { type TrainerSettings, trainerSettingsSchema } from '@/server/core/runs/trainer-settings'

export const defaultTrainer: TrainerSettings = trainerSettingsSchema.parse({})

/** The settings of a cluster's trainer as typed; overrides one a line. */
export type TrainerText = Readonly<Record<keyof TrainerSettings, string>>

export const trainerAsText = (settings: TrainerSettings): TrainerText => ({
  ...mapText(settings),
  overrides: settings.overrides.join('\n'),
})

function mapText(settings: TrainerSettings): TrainerText {
  const text = Object.entries(settings).map(([name, value]) => [name, value === null ? '' : String(value)])
  return Object.fromEntries(text) as TrainerText
}

const words: ReadonlySet<string> = new Set(['klType', 'lossAggregation', 'rolloutEngine', 'dtype', 'evaluate'])

export type ReadTrainer =
  | { readonly ok: true; readonly settings: TrainerSettings }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }

/** The settings that were typed, or at each field what is wrong. */
export function readTrainer(text: TrainerText): ReadTrainer {
  const parsed = trainerSettingsSchema.safeParse(Object.fromEntries(Object.entries(text).map(readField)))
  if (parsed.success) return { ok: true, settings: parsed.data }
  const errors: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) {
    const name = String(path[0])
    errors[`trainer.${name}`] ??= isNoNumber(name, text) ? 'A number is needed.' : message
  }
  return { ok: false, errors }
}

function isNoNumber(name: string, text: Readonly<Record<string, string>>): boolean {
  if (name === 'overrides' || words.has(name)) return false
  return (text[name] ?? '').trim() === '' || Number.isNaN(Number(text[name]))
}

function readField([name, text]: [string, string]): [string, unknown] {
  if (words.has(name)) return [name, text]
  if (name === 'overrides') return [name, text.split('\n').filter((line) => line.trim() !== '')]
  if (text.trim() === '') return [name, name === 'responseLength' ? null : noNumber]
  return [name, Number(text)]
}

/** Not a number: an empty field is no default, the person has taken it away. */
const noNumber = Number.NaN
