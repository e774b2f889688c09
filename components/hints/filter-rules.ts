interface RuleInput {
  readonly id: string
  readonly domain: string | null
  readonly tools: readonly string[]
  readonly code: string
  readonly template: string
  readonly failures: number
  readonly shown: number
  readonly recoveredWhenShown: { readonly hits: number; readonly of: number }
  readonly turns: { readonly difference: { readonly value: number } | null }
}

export type RuleOrder = 'shown' | 'failures' | 'least-recovered' | 'difference' | 'rule'

const recovery = ({ recoveredWhenShown: { hits, of } }: RuleInput) => (of > 0 ? hits / of : Number.POSITIVE_INFINITY)

const difference = ({ turns }: RuleInput) => turns.difference?.value ?? Number.POSITIVE_INFINITY

const compare: Readonly<Record<Exclude<RuleOrder, 'rule'>, (a: RuleInput, b: RuleInput) => number>> = {
  shown: (a, b) => b.shown - a.shown || b.failures - a.failures,
  failures: (a, b) => b.failures - a.failures,
  difference: (a, b) => difference(a) - difference(b) || b.shown - a.shown,
  'least-recovered': (a, b) => recovery(a) - recovery(b) || b.shown - a.shown,
}

/** Whether every word of the text occurs in one of the parts, as a part of a word too. */
export function hasWords(parts: readonly (string | null | undefined)[], text: string): boolean {
  const all = parts.join(' ').toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}

/** Rules in which every word occurs, in the asked order; what was never measured comes last. */
export function filterRules<R extends RuleInput>(rules: readonly R[], text: string, order: RuleOrder): R[] {
  const found = rules.filter(({ id, domain, tools, code, template }) =>
    hasWords([id, domain, ...tools, code, template], text),
  )
  return order === 'rule' ? found : found.sort(compare[order])
}
