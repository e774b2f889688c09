/** What kind of thing a field holds; decides its operators and how values are written. */
export type FieldType = 'text' | 'number' | 'share' | 'choice' | 'list' | 'day' | 'duration'

/** One thing that can be filtered by, as data: the language knows no field by itself. */
export interface FilterField {
  /** As it is written: small letters and hyphens. */
  readonly name: string
  readonly label: string
  /** One line for the list of suggestions. */
  readonly help: string
  readonly type: FieldType
  /** Of a choice: everything that it can be; of a list: everything that can be in it. */
  readonly choices?: readonly string[]
  /** A row may lack it: `field = none` finds these. */
  readonly optional?: boolean
  /** Values that occur are offered while typing. */
  readonly suggests?: boolean
}

/** What one kind of row can be filtered by. */
export interface FilterCatalogue {
  readonly fields: readonly FilterField[]
  /** What a free word is looked for in, for people. */
  readonly words: string
}

export const operators = ['=', '!=', ':', '<', '<=', '>', '>='] as const
export type Operator = (typeof operators)[number]

/** What each operator does, for the list of suggestions. */
export const operatorMeaning: Readonly<Record<Operator, string>> = {
  '=': 'is',
  '!=': 'is not',
  ':': 'contains',
  '<': 'less than',
  '<=': 'at most',
  '>': 'more than',
  '>=': 'at least',
}

const operatorsOfType: Readonly<Record<FieldType, readonly Operator[]>> = {
  text: [':', '=', '!='],
  list: ['=', '!=', ':'],
  choice: ['=', '!='],
  number: ['=', '!=', '<', '<=', '>', '>='],
  share: ['>=', '<=', '>', '<', '=', '!='],
  day: ['>=', '<=', '>', '<', '=', '!='],
  duration: ['<', '<=', '>', '>='],
}

/** The operators that a field knows, the usual one first. */
export const operatorsOf = (field: FilterField): readonly Operator[] => operatorsOfType[field.type]

/** The field with this name, in any case. */
export const findField = (catalogue: FilterCatalogue, name: string): FilterField | undefined =>
  catalogue.fields.find((field) => field.name === name.toLowerCase())
