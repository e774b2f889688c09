import fc from 'fast-check'
import { type FilterCatalogue, type FilterField, operatorsOf } from '../filter-field'
import type { FilterNode, FilterValue } from '../filter-node'

const span = { from: 0, to: 0 }

interface Texts {
  readonly text?: fc.Arbitrary<string>
  readonly number?: fc.Arbitrary<number>
}

/** Any filter over the catalogue, as the parser would build it (without places). */
export function arbitraryFilter(catalogue: FilterCatalogue, texts: Texts = {}): fc.Arbitrary<FilterNode> {
  const text = (texts.text ?? fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })).filter(
    (s) => s.trim() !== '',
  )
  const number =
    texts.number ?? fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((n) => n + 0)
  const leaf: fc.Arbitrary<FilterNode> = fc.oneof(
    text.map((word): FilterNode => ({ kind: 'word', text: word, span })),
    ...catalogue.fields.map((field) => comparison(field, text, number)),
  )
  return fc.letrec<{ node: FilterNode }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      tie('node').map((part): FilterNode => ({ kind: 'not', part, span })),
      joined('all', tie('node')),
      joined('any', tie('node')),
    ),
  })).node
}

function joined(kind: 'all' | 'any', part: fc.Arbitrary<FilterNode>): fc.Arbitrary<FilterNode> {
  return fc.array(part, { minLength: 2, maxLength: 4 }).map(
    (parts): FilterNode => ({
      kind,
      // nested lists of one kind are one list
      parts: parts.flatMap((node) => (node.kind === kind ? node.parts : [node])),
      span,
    }),
  )
}

function comparison(
  field: FilterField,
  text: fc.Arbitrary<string>,
  number: fc.Arbitrary<number>,
): fc.Arbitrary<FilterNode> {
  const value = valueFor(field, text, number)
  const withNone = field.optional
    ? fc.oneof({ weight: 5, arbitrary: value }, fc.constant<FilterValue>({ kind: 'none' }))
    : value
  return fc.constantFrom(...operatorsOf(field)).chain((operator) => {
    const several = operator === '=' || operator === '!=' || operator === ':'
    return fc
      .array(withNone, { minLength: 1, maxLength: several ? 3 : 1 })
      .map((values): FilterNode => ({ kind: 'compare', field: field.name, operator, values, span }))
  })
}

function valueFor(
  field: FilterField,
  text: fc.Arbitrary<string>,
  number: fc.Arbitrary<number>,
): fc.Arbitrary<FilterValue> {
  switch (field.type) {
    case 'choice':
      return fc.constantFrom(...(field.choices ?? [])).map((choice): FilterValue => ({ kind: 'text', text: choice }))
    case 'number':
      return number.map((value): FilterValue => ({ kind: 'number', value }))
    case 'share':
      return fc
        .oneof(
          fc.integer({ min: -100, max: 100 }).map((n) => n / 100 + 0),
          fc.double({ min: -1, max: 1, noNaN: true }),
        )
        .map((value): FilterValue => ({ kind: 'number', value: value + 0 }))
    case 'duration':
      return fc.nat({ max: 10_000_000 }).map((seconds): FilterValue => ({ kind: 'duration', seconds }))
    case 'day':
      return fc
        .oneof(
          fc.constantFrom('today', 'yesterday'),
          fc.integer({ min: 19_000, max: 21_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
        )
        .map((day): FilterValue => ({ kind: 'day', day }))
    case 'list':
      if (field.choices)
        return fc.constantFrom(...field.choices).map((item): FilterValue => ({ kind: 'text', text: item }))
      return text.map((words): FilterValue => ({ kind: 'text', text: words }))
    default:
      return text.map((words): FilterValue => ({ kind: 'text', text: words }))
  }
}
