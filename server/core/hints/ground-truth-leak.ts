import { parseCall } from '@/server/core/environments/shared/call-parser'
import { PythonError } from '@/server/core/environments/shared/python-error'
import { str } from '@/server/core/environments/shared/text'
import { PyFloat, PySet, PyTuple, type PyValue } from '@/server/core/environments/shared/values'

/** A value that a ground-truth call passes. */
export interface ExpectedValue {
  /** Null: passed by position. */
  readonly argument: string | null
  /** As Python prints it. */
  readonly text: string
  readonly call: string
}

/** Shorter values, and smaller numbers, stand in many texts by chance. */
const leastTelling = 3

/** Whether there is anything to give away: `..` and `/` are no secrets. */
const isTelling = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/**
 * Texts and numbers among the arguments of ground-truth calls, those inside lists and dictionaries too. Truth values
 * and None are left out: they tell nothing that a text could give away.
 */
export function expectedValues(calls: readonly string[]): ExpectedValue[] {
  return calls.flatMap((call) => {
    const parsed = parsedCall(call)
    if (parsed === null) return []
    const positional = parsed.positional.map((value) => [null, value] as const)
    return [...positional, ...parsed.keyword].flatMap(([argument, value]) =>
      scalars(value).map((text) => ({ argument, text, call })),
    )
  })
}

function parsedCall(text: string) {
  try {
    return parseCall(text)
  } catch (error) {
    if (error instanceof PythonError) return null
    throw error
  }
}

function scalars(value: PyValue): string[] {
  if (typeof value === 'string') return isTelling(value) ? [value] : []
  if (typeof value === 'number' || typeof value === 'bigint' || value instanceof PyFloat) return [str(value)]
  if (Array.isArray(value)) return value.flatMap(scalars)
  if (value instanceof Map) return [...value.values()].flatMap(scalars)
  if (value instanceof PyTuple) return value.items.flatMap(scalars)
  return value instanceof PySet ? [...value.items.keys()].flatMap(scalars) : []
}

/**
 * Expected values that a text gives away: they stand in it as words of their own, and not in what the agent could
 * know. Values of one or two characters count only where the text writes them as that argument's value (`mode='l'`).
 * What is known is read generously, whatever its case, so that no rule is refused for a value that was in sight.
 */
export function leakedValues(
  text: string,
  expected: readonly ExpectedValue[],
  known: readonly string[],
): ExpectedValue[] {
  const told = expected.filter((value) => tells(text, value))
  if (told.length === 0) return []
  const all = known.join('\n').toLowerCase()
  return told.filter((value) => !isKnown(all, value.text.toLowerCase()))
}

function tells(text: string, { argument, text: value }: ExpectedValue): boolean {
  if (!text.includes(value)) return false
  if (value.length >= leastTelling) return standsIn(text, value)
  return argument !== null && standsIn(text, `${argument}=${value}`, `${argument}='${value}'`, `${argument}="${value}"`)
}

/** A whole number that is a float, 1.0, is known as 1 too. */
const isKnown = (all: string, value: string): boolean =>
  value.length >= leastTelling
    ? all.includes(value) || (/^-?\d+\.0$/.test(value) && standsIn(all, value.slice(0, -2)))
    : standsIn(all, value)

function standsIn(text: string, ...values: readonly string[]): boolean {
  return values.some((value) => {
    const escaped = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return new RegExp(`(?<![\\w]|\\d\\.)${escaped}(?![\\w]|\\.\\d)`).test(text)
  })
}
