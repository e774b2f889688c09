import type { ToolDoc } from '@/server/core/tasks/task'

/** How a parameter is typed in. `json`: lists, objects and whatever may be anything. */
export type FieldKind = 'text' | 'integer' | 'number' | 'boolean' | 'choice' | 'json'

export interface FormField {
  readonly name: string
  readonly kind: FieldKind
  /** As the documentation names it, e.g. `array of string`. */
  readonly type: string
  readonly description: string
  readonly isRequired: boolean
  readonly choices: readonly string[]
  /** What a list or an object has to be; null: any JSON value. */
  readonly shape: 'list' | 'object' | null
  readonly itemType: string | null
  /** What the tool takes when it is left out, as text; null: nothing is said. */
  readonly fallback: string | null
}

type Schema = ToolDoc['parameters']['properties'][string]

const kinds: Readonly<Record<string, FieldKind>> = {
  string: 'text',
  integer: 'integer',
  float: 'number',
  number: 'number',
  boolean: 'boolean',
}

/** The fields of a tool's form, in the order of its documentation. */
export function formFields({ parameters }: ToolDoc): FormField[] {
  return Object.entries(parameters.properties).map(([name, schema]) => {
    const items = memberOf(schema.items, 'type')
    const itemType = typeof items === 'string' ? items : null
    const choices = Array.isArray(schema.enum) ? schema.enum.map(String) : []
    return {
      name,
      kind: choices.length > 0 ? 'choice' : (kinds[schema.type] ?? 'json'),
      type: itemType === null ? schema.type : `${schema.type} of ${itemType}`,
      description: schema.description ?? '',
      isRequired: parameters.required.includes(name),
      choices,
      shape: shapeOf(schema),
      itemType,
      fallback: schema.default === undefined ? null : JSON.stringify(schema.default),
    }
  })
}

function shapeOf({ type }: Schema): FormField['shape'] {
  if (type === 'array' || type === 'tuple' || type === 'list') return 'list'
  return type === 'dict' || type === 'object' ? 'object' : null
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

export type FormTexts = Readonly<Record<string, string>>
export type ReadForm = { readonly ok: true; readonly json: string } | { readonly ok: false; readonly errors: FormTexts }

/**
 * The arguments as JSON text, with numbers as they were typed: `1` and `1.0` are different values to a tool. What is
 * left empty is left out. Or what is wrong, field by field.
 */
export function readForm(fields: readonly FormField[], texts: FormTexts): ReadForm {
  const errors: Record<string, string> = {}
  const members: string[] = []
  for (const field of fields) {
    const text = texts[field.name] ?? ''
    const isEmpty = field.kind === 'text' ? text === '' : text.trim() === ''
    if (isEmpty) {
      if (field.isRequired)
        errors[field.name] = 'Required. To leave it out, or to send nothing in it, write the call yourself.'
      continue
    }
    const problem = problemOf(field, text)
    if (problem !== null) errors[field.name] = problem
    else members.push(`${JSON.stringify(field.name)}: ${asJson(field, text)}`)
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, json: `{${members.join(', ')}}` }
}

const asJson = ({ kind }: FormField, text: string): string =>
  kind === 'text' || kind === 'choice' ? JSON.stringify(text) : text.trim()

const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/
const whole = /^-?(0|[1-9]\d*)$/

function problemOf({ kind, shape, itemType, choices }: FormField, text: string): string | null {
  const trimmed = text.trim()
  switch (kind) {
    case 'text':
      return null
    case 'choice':
      return choices.includes(text) ? null : `One of ${choices.join(', ')}.`
    case 'boolean':
      return trimmed === 'true' || trimmed === 'false' ? null : 'true or false.'
    case 'integer':
      return whole.test(trimmed) ? null : 'A whole number, such as 3.'
    case 'number':
      return number.test(trimmed) ? null : 'A number, such as 2 or 2.5.'
    case 'json':
      return jsonProblem(trimmed, shape, itemType)
  }
}

const examples: Readonly<Record<string, string>> = {
  string: '["a", "b"]',
  integer: '[1, 2]',
  float: '[1.5, 2]',
  number: '[1.5, 2]',
  boolean: '[true, false]',
}
const itemLooks: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  float: 'number',
  number: 'number',
  boolean: 'boolean',
}

function jsonProblem(text: string, shape: FormField['shape'], itemType: string | null): string | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return `This is not JSON: ${error instanceof Error ? error.message : String(error)}`
  }
  const example = examples[itemType ?? ''] ?? '[…]'
  if (shape === 'list' && !Array.isArray(value)) return `A JSON list, such as ${example}.`
  if (shape === 'object' && (typeof value !== 'object' || value === null || Array.isArray(value)))
    return 'A JSON object, such as {"name": "value"}.'
  const look = itemLooks[itemType ?? '']
  if (Array.isArray(value) && look !== undefined) {
    const wrong = value.findIndex((item) => typeof item !== look)
    if (wrong >= 0) return `Item ${wrong + 1} is no ${itemType}: ${example} would be right.`
  }
  return null
}
