import type { Kit, PyDict, PyValue } from '../../../../server/core/own-environments/kit'
import type { Workshop } from './state'

const mostOrdered = 20

/** Mechanics and parts. */
export function stockTools(kit: Kit) {
  const { argument, closestName, compare, contains, defineTool, dict, fail, getItem, lower, requireStr, str } = kit

  const signIn = defineTool<Workshop>('sign_in', 'write', ['mechanic'], (state, args) => {
    const mechanic = argument(args, 0)
    if (!contains(state.mechanics, mechanic)) {
      const suggestion = closestName(mechanic, state.mechanics)
      return fail('mechanic_unknown', { mechanic, mechanics: state.mechanics, suggestion })
    }
    state.mechanic = mechanic
    return dict({ mechanic })
  })

  const findParts = defineTool<Workshop>('find_parts', 'read', ['keyword'], (state, args) => {
    const wanted = lower(requireStr(argument(args, 0), 'lower'))
    const found = [...state.stock].filter(([part]) => lower(str(part as PyValue)).includes(wanted))
    return dict({ parts: found.map(([part, entry]) => dict({ part: part as PyValue, ...fieldsOf(entry) })) })
  })

  const orderPart = defineTool<Workshop>('order_part', 'write', ['part', ['count', 1]], (state, args) => {
    const [part, count] = [argument(args, 0), argument(args, 1)]
    if (state.mechanic === null) return fail('not_signed_in', { action: 'order parts' })
    const entry = partOf(kit, state, part)
    if (entry === null) return fail('part_unknown', { part, suggestion: closestName(part, state.stock.keys()) })
    if (compare('<', count, 1) || compare('>', count, mostOrdered))
      return fail('order_out_of_range', { part, count, limit: mostOrdered })
    entry.set('count', kit.add(getItem(entry, 'count'), count))
    return dict({ part, count: getItem(entry, 'count') })
  })

  const fieldsOf = (entry: PyValue) => ({ price: getItem(entry, 'price'), count: getItem(entry, 'count') })
  return [signIn, findParts, orderPart]
}

/** The entry of a part, or null. */
export function partOf({ isDict, lookUp, toKey }: Kit, { stock }: Workshop, part: PyValue): PyDict | null {
  const entry = lookUp(stock, toKey(part))
  return isDict(entry) ? entry : null
}
