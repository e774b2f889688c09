import type { JsonValue } from '@/server/core/environments/domain'
import { PyFloat, type PyKey, PyOpaque, PySet, type PyValue } from '@/server/core/environments/shared/values'
import type { HintableError } from './match-rule'

interface RecordedError {
  readonly domain: string
  readonly code: string
  readonly values: Readonly<Record<string, JsonValue>>
}

/**
 * A recorded error as rules match and templates show it. Records keep JSON, so whole floats come back as ints and
 * tuples as lists: 100 where the tool said 100.0. Everything else is as it was.
 */
export function recordedError(tool: string, { domain, code, values }: RecordedError): HintableError {
  const restored = Object.entries(values).map(([name, value]) => [name, restore(value)] as const)
  return { domain, tool, code, values: Object.fromEntries(restored) }
}

function restore(value: JsonValue): PyValue {
  if (typeof value === 'number') return Number.isInteger(value) ? value : new PyFloat(value)
  if (Array.isArray(value)) return value.map(restore)
  if (value === null || typeof value !== 'object') return value
  const [[key, only] = ['', null], ...others] = Object.entries(value)
  const special = others.length === 0 ? restoreSpecial(key, only) : null
  return special ?? new Map<PyKey, PyValue>(Object.entries(value).map(([name, item]) => [name, restore(item)]))
}

/** The encodings of `toJsonValue` for what JSON lacks. */
function restoreSpecial(key: string, value: JsonValue): PyValue {
  if (key === '$int' && typeof value === 'string' && /^-?\d+$/.test(value)) return BigInt(value)
  if (key === '$float') return new PyFloat(value === 'nan' ? Number.NaN : value === 'inf' ? Infinity : -Infinity)
  if (key === '$repr' && typeof value === 'string') return new PyOpaque('', value)
  if (key !== '$set' || !Array.isArray(value)) return null
  const members = value.map(restore).filter((item) => typeof item === 'string' || typeof item === 'number')
  return new PySet(new Map(members.map((member) => [member, member])))
}
