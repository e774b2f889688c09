import { typeError } from './python-errors'
import type { PyValue } from './values'

/** Python's `items[:end]`. */
export function sliceTo<Item>(items: readonly Item[], end: PyValue): Item[] {
  if (end === null) return [...items]
  if (typeof end !== 'number' && typeof end !== 'bigint' && typeof end !== 'boolean')
    throw typeError('slice indices must be integers or None or have an __index__ method')
  return items.slice(0, Number(end))
}
