import { closestName } from '@/server/core/environments/closest-name'
import { suggestDate } from '@/server/core/environments/date-suggestion'
import { argument, defineDomain, defineTool } from '@/server/core/environments/define-tool'
import { differingAttributes, encodeAttributes } from '@/server/core/environments/public-attributes'
import { attributeOf, dictOf, listOf, ScenarioError, seedOf } from '@/server/core/environments/scenario'
import {
  add,
  compare,
  divide,
  floorMod,
  isNumber,
  multiply,
  negate,
  numberValue,
  power,
  round,
  subtract,
  toFloat,
  toInt,
} from '@/server/core/environments/shared/arithmetic'
import {
  contains,
  deepCopy,
  getItem,
  iterate,
  requireDict,
  requireList,
  requireStr,
} from '@/server/core/environments/shared/containers'
import { parseDate, parseDateTime } from '@/server/core/environments/shared/dates'
import { equal, lookUp, setOf, store, toKey } from '@/server/core/environments/shared/equality'
import { PythonError } from '@/server/core/environments/shared/python-errors'
import { PythonRandom } from '@/server/core/environments/shared/random'
import { fixed, length, lower, repr, str } from '@/server/core/environments/shared/text'
import { fail, ToolError } from '@/server/core/environments/shared/tool-error'
import { truthy, typeName } from '@/server/core/environments/shared/truth'
import { dict, float, isDict, PyFloat, PyTuple } from '@/server/core/environments/shared/values'
import { attributeState } from './attribute-state'

/**
 * What a domain of somebody else's is built with. It is handed to the module and not imported by it: Envtune's pages
 * are bundled, and a class that came in by another way would be another class to them.
 */
export const kit = {
  /** Declaring domains and tools; a tool returns a value, or `fail(code, values)`. */
  ...{ defineDomain, defineTool, argument, fail, ToolError, attributeState, ScenarioError },
  /** Values as Python has them: a JavaScript number is an int, `float(2)` is 2.0, a dictionary is a Map. */
  ...{ dict, float, isDict, isNumber, PyFloat, PyTuple, setOf, truthy, typeName, numberValue, toFloat, toInt },
  /** Looking into and changing dictionaries and lists. */
  ...{ getItem, lookUp, store, toKey, contains, iterate, equal, deepCopy, requireDict, requireList, requireStr },
  /** Operators. */
  ...{ add, subtract, multiply, divide, floorMod, negate, power, round, compare },
  /** Texts and dates. */
  ...{ str, repr, lower, length, fixed, parseDate, parseDateTime, PythonError, PythonRandom },
  /** What was probably meant, for errors that suggest it. */
  ...{ closestName, suggestDate },
  /** Parts of a state that is written by hand. */
  ...{ attributeOf, dictOf, listOf, seedOf, differingAttributes, encodeAttributes },
}
export type Kit = typeof kit

export type { Domain, Tool } from '@/server/core/environments/domain'
export type { ReachableErrors } from '@/server/core/environments/reachable-error'
export type { ErrorCatalogue, ErrorValues } from '@/server/core/environments/shared/tool-error'
export type { PyDict, PyList, PyValue } from '@/server/core/environments/shared/values'
export type { OwnEnvironment } from './own-environment'
