import type { Domain, LongContextTables } from '@/server/core/environments/domain'
import type { ReachableErrors } from '@/server/core/environments/reachable-error'
import { parseJson } from '@/server/core/environments/shared/json'
import { isDict, type PyDict, type PyValue } from '@/server/core/environments/shared/values'
import { World } from '@/server/core/environments/world'
import type { ToolDoc } from '@/server/core/tasks/task'

/** A domain with what its checks need to know besides. */
export interface DomainSubject {
  readonly domain: Domain
  /** A way to each of its error codes; the scenarios and arguments that they name are what random calls are made of. */
  readonly ways: ReachableErrors
  readonly tables: LongContextTables
  /** Null: no suite documents the domain. */
  readonly docs: readonly ToolDoc[] | null
}

const context = { today: { year: 2025, month: 6, day: 1 } }

/** A world of the domain alone, from its scenario as JSON text or parsed. */
export function worldOf({ domain, tables }: DomainSubject, scenario: string | PyDict, longContext: boolean): World {
  const own = typeof scenario === 'string' ? asDict(parseJson(scenario)) : scenario
  return World.of([domain], new Map([[domain.name, own]]), { longContext, tables }, context)
}

export function asDict(value: PyValue): PyDict {
  if (!isDict(value)) throw new Error('the scenario is not a JSON object')
  return value
}
