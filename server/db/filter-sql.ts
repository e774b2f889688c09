import { type FilterCatalogue, type FilterField, findField, type Operator } from '@/server/core/filter/filter-field'
import type { Comparison, FilterNode, FilterValue } from '@/server/core/filter/filter-node'

/** Gives a value to the query and answers its placeholder; values never stand in the text of a query. */
export type Bind = (value: unknown) => string

/** One value that a field is compared with; `!=` comes as `=` and is turned round afterwards. */
export interface OneComparison {
  readonly operator: Exclude<Operator, '!='>
  readonly value: FilterValue
}

/** A condition in the words of a field's own storage, such as one that an index answers. It may be null for false. */
export interface OwnCondition {
  readonly condition: (comparison: OneComparison, bind: Bind) => string
  /** The same where it is negated: no index answers there, and one that is quickly compared is better. */
  readonly negated?: (comparison: OneComparison, bind: Bind) => string
}

/**
 * Where the fields of a catalogue are stored: expressions of text, text[], float4 (shares), float8, timestamptz or
 * seconds, as their type wants. Those of times get the placeholder of the present moment.
 */
export interface FilterColumns {
  readonly catalogue: FilterCatalogue
  readonly fields: Readonly<Record<string, string | ((now: string) => string) | OwnCondition>>
  /** The text that free words are looked for in, or the condition for one of them. */
  readonly words: string | ((text: string, bind: Bind) => string)
  readonly id: string
}

interface Compiler {
  readonly columns: FilterColumns
  readonly bind: Bind
  readonly now: Date
  /** Below a `not`, or of `!=`. */
  readonly isNegated: boolean
}

/**
 * The filter as a condition for `where`: what a row lacks equals nothing, and is therefore not equal to anything.
 * What is negated is never null; elsewhere null stands for false, so that indexes can answer the comparisons.
 */
export function filterSql(node: FilterNode, columns: FilterColumns, bind: Bind, now: Date): string {
  return conditionOf(node, { columns, bind, now, isNegated: false })
}

function conditionOf(node: FilterNode, compiler: Compiler): string {
  switch (node.kind) {
    case 'all':
      return `(${node.parts.map((part) => conditionOf(part, compiler)).join(' and ')})`
    case 'any':
      return `(${node.parts.map((part) => conditionOf(part, compiler)).join(' or ')})`
    case 'not':
      return `(not coalesce(${conditionOf(node.part, { ...compiler, isNegated: true })}, false))`
    case 'word':
      return wordCondition(node.text, compiler)
    case 'compare':
      return comparisonCondition(node, compiler)
  }
}

/** The text as a pattern for `like`, with its wildcards as mere characters. */
export const likeAnywhere = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

function wordCondition(text: string, { columns, bind }: Compiler): string {
  const number = /^#(\d{1,18})$/.exec(text)?.[1]
  if (number) return `(${columns.id} = ${bind(number)}::int8)`
  return typeof columns.words === 'string'
    ? `(${columns.words} ilike ${bind(likeAnywhere(text))})`
    : columns.words(text, bind)
}

function comparisonCondition({ field: name, operator, values }: Comparison, compiler: Compiler): string {
  const field = findField(compiler.columns.catalogue, name)
  const column = compiler.columns.fields[name]
  if (!field || column === undefined) throw new Error(`the field ${name} is not stored`)
  const [positive, isNegated] = operator === '!=' ? (['=', true] as const) : [operator, compiler.isNegated]
  const one = { ...compiler, isNegated }
  const any = values.map((value) => oneCondition(field, column, { operator: positive, value }, one)).join(' or ')
  return operator === '!=' ? `(not coalesce(${any}, false))` : `(${any})`
}

function oneCondition(
  field: FilterField,
  column: FilterColumns['fields'][string],
  { operator, value }: OneComparison,
  compiler: Compiler,
): string {
  if (typeof column === 'object') {
    const { condition, negated = condition } = column
    return (compiler.isNegated ? negated : condition)({ operator, value }, compiler.bind)
  }
  const sql = typeof column === 'string' ? column : column(`${compiler.bind(compiler.now)}::timestamptz`)
  return valueCondition({ field, sql, operator, value }, compiler)
}

interface OneValue extends OneComparison {
  readonly field: FilterField
  readonly sql: string
}

function valueCondition({ field, sql, operator, value }: OneValue, compiler: Compiler): string {
  const { bind } = compiler
  switch (value.kind) {
    case 'none':
      return noneCondition(field, sql)
    case 'text':
      return textCondition({ field, sql, operator, text: value.text }, bind)
    case 'number': {
      // In the precision that it is stored in: 45 % is at least 45 %.
      const [type, number] = field.type === 'share' ? ['float4', Math.fround(value.value)] : ['float8', value.value]
      // NaN is greater than every number for the database, and no number for people.
      return `(nullif((${sql})::${type}, 'NaN') ${operator} ${bind(number)}::${type})`
    }
    case 'duration':
      return `((${sql})::float8 ${operator} ${bind(value.seconds)}::float8)`
    case 'day':
      return dayCondition(sql, operator, dayStart(value.day, compiler.now), bind)
  }
}

function noneCondition({ type }: FilterField, sql: string): string {
  if (type === 'list') return `(cardinality(coalesce(${sql}, '{}')) = 0)`
  return type === 'text' ? `(coalesce(${sql}, '') = '')` : `((${sql}) is null)`
}

interface TextValue {
  readonly field: FilterField
  readonly sql: string
  readonly operator: string
  readonly text: string
}

function textCondition({ field, sql, operator, text }: TextValue, bind: Bind): string {
  const one = field.type === 'list' ? 'item' : sql
  const condition =
    operator === ':' ? `(${one} ilike ${bind(likeAnywhere(text))})` : `(lower(${one}) = lower(${bind(text)}::text))`
  return field.type === 'list' ? `exists (select from unnest(${sql}) item where ${condition})` : condition
}

const dayMs = 86_400_000

/** A day lasts from its midnight (UTC) to the next. */
function dayCondition(sql: string, operator: OneValue['operator'], start: number, bind: Bind): string {
  const edge = (moment: number) => `${bind(new Date(moment))}::timestamptz`
  switch (operator) {
    case '<':
      return `(${sql} < ${edge(start)})`
    case '<=':
      return `(${sql} < ${edge(start + dayMs)})`
    case '>':
      return `(${sql} >= ${edge(start + dayMs)})`
    case '>=':
      return `(${sql} >= ${edge(start)})`
    default:
      return `(${sql} >= ${edge(start)} and ${sql} < ${edge(start + dayMs)})`
  }
}

function dayStart(day: string, now: Date): number {
  const today = Math.floor(now.getTime() / dayMs) * dayMs
  if (day === 'today') return today
  return day === 'yesterday' ? today - dayMs : Date.parse(day)
}
