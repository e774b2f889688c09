import type { Gate } from '@/server/core/curriculum/curriculum'

/** The settings of a gate that are numbers. */
export type GateNumber = Exclude<keyof Gate, 'advanceAtLimit'>

/** A gate as it is typed: texts, so that a half-typed number is nobody's error yet. */
export type GateText = Readonly<Record<GateNumber, string>> & { readonly advanceAtLimit: boolean }

interface GateField {
  readonly name: GateNumber
  readonly label: string
  readonly help: string
  /** Least whole number; null: any number above 0. */
  readonly least: number | null
  /** How many of the unit that people read are 1. */
  readonly scale: number
}

export const gateFields: readonly GateField[] = [
  { name: 'minSteps', label: 'At least (steps)', help: 'No pass before', least: 0, scale: 1 },
  { name: 'maxSteps', label: 'At most (steps)', help: 'The stage’s limit', least: 1, scale: 1 },
  {
    name: 'validateEvery',
    label: 'Validate every (steps)',
    help: 'And at the start and the limit',
    least: 1,
    scale: 1,
  },
  { name: 'validationSamples', label: 'Samples a task', help: 'Of every validation task', least: 1, scale: 1 },
  { name: 'window', label: 'Window (validations)', help: 'Slope and gain look at so many', least: 2, scale: 1 },
  { name: 'maxSlope', label: 'Flat up to (points a step)', help: 'Upper end of the slope', least: null, scale: 100 },
  {
    name: 'maxGradientVariation',
    label: 'Gradient varies (%)',
    help: 'Of its mean, over the window',
    least: null,
    scale: 100,
  },
]

export function gateAsText(gate: Gate): GateText {
  const texts = gateFields.map(({ name, scale }) => [name, String(rounded(gate[name] * scale))])
  return { ...(Object.fromEntries(texts) as Record<GateNumber, string>), advanceAtLimit: gate.advanceAtLimit }
}

export type GateErrors = Readonly<Partial<Record<GateNumber, string>>>
export type ReadGate = { readonly ok: true; readonly gate: Gate } | { readonly ok: false; readonly errors: GateErrors }

/** Reads a typed gate, or says at each field what would be right. */
export function readGate(text: GateText): ReadGate {
  const errors: Partial<Record<GateNumber, string>> = {}
  const values: Partial<Record<GateNumber, number>> = {}
  for (const { name, least, scale } of gateFields) {
    const value = Number(text[name])
    const isRight = least === null ? value > 0 && Number.isFinite(value) : Number.isInteger(value) && value >= least
    if (text[name].trim() !== '' && isRight) values[name] = rounded(value / scale)
    else errors[name] = least === null ? 'A number above 0.' : `A whole number, ${least} or more.`
  }
  const { minSteps, maxSteps } = values
  if (minSteps !== undefined && maxSteps !== undefined && minSteps > maxSteps)
    errors.maxSteps = `At least ${minSteps} steps are asked for: ${minSteps} or more.`
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, gate: { ...(values as Record<GateNumber, number>), advanceAtLimit: text.advanceAtLimit } }
}

/** Without the noise of a division: 0.35 points are 0.0035. */
const rounded = (value: number): number => Number(value.toPrecision(12))
