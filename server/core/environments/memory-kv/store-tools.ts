import { closestName } from '../closest-name'
import { argument, defineTool } from '../define-tool'
import type { Tool } from '../domain'
import { requireStr } from '../shared/containers'
import { lookUp, toKey } from '../shared/equality'
import { zeroDivision } from '../shared/python-errors'
import { sliceTo } from '../shared/slice'
import { length, str } from '../shared/text'
import { fail, type ToolError } from '../shared/tool-error'
import { dict, float, type PyDict, type PyValue } from '../shared/values'
import { rankKeys } from './rank-keys'
import type { KeyValueMemory } from './state'
import type { Store } from './store'

/** Letters only before the first underscore. One final newline passes, as Python's `$` allows it. */
const snakeCase = /^[a-z]+(?:_[a-z0-9]+)*\n?$/

const unknownKey = (entries: PyDict, key: PyValue): ToolError =>
  fail('key_unknown', { key, keys: [...entries.keys()], suggestion: closestName(key, entries.keys()) })

const tooLong = (value: string, { longestValue: limit }: Store): ToolError | null =>
  length(value) > limit ? fail('value_too_long', { length: length(value), limit }) : null

/** The tools of one store. Keys and values are turned to text where something is written, and nowhere else. */
export function storeTools(store: Store): Tool<KeyValueMemory>[] {
  const { attribute } = store
  const add = defineTool<KeyValueMemory>(`${attribute}_add`, 'write', ['key', 'value'], (state, args) => {
    const [key, value] = [str(argument(args, 0)), str(argument(args, 1))]
    const entries = state[attribute]
    if (entries.size >= store.mostEntries)
      return fail('store_full', { store: store.title, capacity: store.mostEntries, keys: [...entries.keys()] })
    const problem = tooLong(value, store)
    if (problem) return problem
    if (!snakeCase.test(key)) return fail('key_not_snake_case', { key })
    if (entries.has(key)) return fail('key_taken', { key })
    state[attribute] = new Map(entries).set(key, value)
    return dict({ status: store.added })
  })
  const remove = defineTool<KeyValueMemory>(`${attribute}_remove`, 'write', ['key'], (state, args) => {
    const key = argument(args, 0)
    const entries = state[attribute]
    if (lookUp(entries, toKey(key)) === undefined) return unknownKey(entries, key)
    const left = new Map(entries)
    left.delete(toKey(key))
    state[attribute] = left
    return dict({ status: 'Key removed.' })
  })
  const replace = defineTool<KeyValueMemory>(`${attribute}_replace`, 'write', ['key', 'value'], (state, args) => {
    const [key, value] = [str(argument(args, 0)), str(argument(args, 1))]
    const entries = state[attribute]
    if (!entries.has(key)) return unknownKey(entries, key)
    const problem = tooLong(value, store)
    if (problem) return problem
    state[attribute] = new Map(entries).set(key, value)
    return dict({ status: 'Key replaced.' })
  })
  const clear = defineTool<KeyValueMemory>(`${attribute}_clear`, 'write', [], (state) => {
    state[attribute] = new Map()
    return dict({ status: store.cleared })
  })
  return [add, remove, replace, clear, ...readingTools(store)]
}

function readingTools({ attribute }: Store): Tool<KeyValueMemory>[] {
  const retrieve = defineTool<KeyValueMemory>(`${attribute}_retrieve`, 'read', ['key'], (state, args) => {
    const key = argument(args, 0)
    const value = lookUp(state[attribute], toKey(key))
    return value === undefined ? unknownKey(state[attribute], key) : dict({ value })
  })
  const listKeys = defineTool<KeyValueMemory>(`${attribute}_list_keys`, 'read', [], (state) =>
    dict({ keys: [...state[attribute].keys()] }),
  )
  const search = defineTool<KeyValueMemory>(`${attribute}_key_search`, 'read', ['query', ['k', 5]], (state, args) => {
    const keys = [...state[attribute].keys()].map(String)
    if (keys.length === 0) throw zeroDivision('division by zero')
    const ranked = rankKeys(keys, requireStr(argument(args, 0), 'replace'))
    return dict({ ranked_results: sliceTo(ranked, argument(args, 1)).map(({ score, key }) => [float(score), key]) })
  })
  return [retrieve, listKeys, search]
}

/** The core memory can be read whole. */
export const retrieveAll = defineTool<KeyValueMemory>(
  'core_memory_retrieve_all',
  'read',
  [],
  (state) => state.core_memory,
)
