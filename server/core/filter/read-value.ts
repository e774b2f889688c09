import type { FilterField } from './filter-field'
import type { FilterValue } from './filter-node'

/** What was written for a value: one token, or a number and the unit after it. */
export interface WrittenValue {
  readonly text: string
  readonly quoted: boolean
}

const numberPattern = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i

/** Seconds of a unit of time. */
export const timeUnits: Readonly<Record<string, number>> = {
  s: 1,
  min: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
}

const words = 'a word, or words in "quotes"'

/** What may be written for a value of the field, for messages and suggestions. */
export function valueExample(field: FilterField): string {
  switch (field.type) {
    case 'share':
      return '45 % or 0.45'
    case 'number':
      return 'a number like 12'
    case 'day':
      return 'a day like 2026-11-20, today or yesterday'
    case 'duration':
      return 'a time like 90 s, 20 min, 2 h, 3 d or 1 w'
    case 'choice':
      return `one of ${(field.choices ?? []).join(', ')}`
    case 'list':
      return field.choices ? `one of ${field.choices.join(', ')}` : words
    case 'text':
      return words
  }
}

/** The value as the field understands it, or what is wrong with it. */
export function readValue(field: FilterField, written: WrittenValue): FilterValue | string {
  const { text, quoted } = written
  if (!quoted && /^none$/i.test(text)) {
    return field.optional ? { kind: 'none' } : `Every row has “${field.name}”: write ${valueExample(field)}.`
  }
  switch (field.type) {
    case 'list':
      return readItem(field, text)
    case 'text':
      return text.trim() === '' ? `Write ${valueExample(field)}.` : { kind: 'text', text }
    case 'choice':
      return readChoice(field, text)
    case 'number':
      return readNumber(text) ?? wrong(field, text)
    case 'share':
      return readShare(field, text)
    case 'day':
      return readDay(text) ?? wrong(field, text)
    case 'duration':
      return readDuration(text) ?? wrong(field, text)
  }
}

const nouns: Readonly<Partial<Record<FilterField['type'], string>>> = {
  share: 'a share',
  number: 'a number',
  day: 'a day',
  duration: 'a time',
}

const wrong = (field: FilterField, text: string) =>
  `“${text}” is not ${nouns[field.type] ?? 'a value'}: write ${valueExample(field)}.`

/** Of a list of choices a part is enough: `:` looks inside. */
function readItem(field: FilterField, text: string): FilterValue | string {
  if (text.trim() === '') return `Write ${valueExample(field)}.`
  const isKnown = !field.choices || field.choices.some((choice) => choice.includes(text.toLowerCase()))
  return isKnown ? { kind: 'text', text } : `“${text}” is not a ${field.name}: write ${valueExample(field)}.`
}

function readChoice(field: FilterField, text: string): FilterValue | string {
  const choice = field.choices?.find((known) => known === text.toLowerCase())
  return choice ? { kind: 'text', text: choice } : `“${text}” is not a ${field.name}: write ${valueExample(field)}.`
}

function finite(text: string): number | null {
  const value = numberPattern.test(text) ? Number(text) : Number.NaN
  return Number.isFinite(value) ? value : null
}

function readNumber(text: string): FilterValue | null {
  const value = finite(text)
  return value === null ? null : { kind: 'number', value: value + 0 }
}

function readShare(field: FilterField, text: string): FilterValue | string {
  const percent = /^(.*?)\s*%$/u.exec(text)?.[1]
  const number = finite(percent ?? text)
  if (number === null) return wrong(field, text)
  // Dividing the digits, not the number: 7 % is 0.07 and not its neighbour.
  const value = percent === undefined ? number : Number((number / 100).toPrecision(15))
  if (Math.abs(value) <= 1) return { kind: 'number', value: value + 0 }
  return percent === undefined && Math.abs(number) <= 100
    ? `A share lies between 0 and 1: write ${text} % or ${Number((number / 100).toPrecision(12))}.`
    : 'A share is at most 100 %.'
}

function readDay(text: string): FilterValue | null {
  const word = text.toLowerCase()
  if (word === 'today' || word === 'yesterday') return { kind: 'day', day: word }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const date = new Date(`${text}T00:00:00Z`)
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  return isDay ? { kind: 'day', day: text } : null
}

function readDuration(text: string): FilterValue | null {
  const [, digits = '', unit = ''] = /^(\S*?)\s*(s|min|h|d|w)$/i.exec(text) ?? []
  const number = finite(digits)
  const factor = timeUnits[unit.toLowerCase()]
  return number === null || number < 0 || factor === undefined
    ? null
    : { kind: 'duration', seconds: Number((number * factor).toPrecision(15)) }
}

/** A word that belongs to the number before it: `45 %`, `2 h`. */
export function isUnit(field: FilterField, text: string): boolean {
  if (field.type === 'share') return text === '%'
  return field.type === 'duration' && timeUnits[text.toLowerCase()] !== undefined
}
