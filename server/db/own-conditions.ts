import type { Bind, OneComparison, OwnCondition } from './filter-sql'

const greatest = 2 ** 53 - 1

/**
 * A column of whole numbers, compared in its own type, so that its index serves. What is not whole is rounded to
 * where it makes no difference.
 * @param shown what people read is so much more than what is stored
 */
export const wholeColumn = (sql: string, shown = 0): OwnCondition => ({
  condition: (comparison, bind) => wholeCondition(sql, shown, comparison, bind),
})

export function wholeCondition(sql: string, shown: number, { operator, value }: OneComparison, bind: Bind): string {
  if (value.kind === 'none') return `(${sql} is null)`
  if (value.kind !== 'number') return 'false'
  const wanted = value.value - shown
  const up = operator === '<' || operator === '>='
  if (operator === '=' && !Number.isInteger(wanted)) return 'false'
  const whole = Math.max(-greatest, Math.min(greatest, up ? Math.ceil(wanted) : Math.floor(wanted)))
  return `(${sql} ${operator} ${bind(whole)}::int8)`
}

/** A float4 column: numbers are compared in its precision, and NaN is no number, whatever the database thinks. */
export const realColumn = (sql: string): OwnCondition => ({
  condition: ({ operator, value }, bind) => {
    if (value.kind === 'none') return `(${sql} is null)`
    if (value.kind !== 'number') return 'false'
    const condition = `${sql} ${operator} ${bind(Math.fround(value.value))}::float4`
    // the database holds NaN for greater than every number
    return operator.startsWith('>') ? `(${condition} and ${sql} <> 'NaN')` : `(${condition})`
  },
})

/** A choice: what has to hold for each of its values. */
export const choiceColumn = (conditions: Readonly<Record<string, string>>): OwnCondition => ({
  condition: ({ value }) => (value.kind === 'text' ? (conditions[value.text] ?? 'false') : 'false'),
})

/** A choice that is stored as it is written. */
export const exactColumn = (sql: string): OwnCondition => ({
  condition: ({ value }, bind) =>
    value.kind === 'text' ? `(${sql} = ${bind(value.text)})` : value.kind === 'none' ? `(${sql} is null)` : 'false',
})
