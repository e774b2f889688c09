import { type MetricDefinition, type MetricNames, metricDefinitions } from './names'
import { trainerNames } from './trainer-names'

export interface DescribedMetric extends MetricDefinition {
  /** The placeholder's value in this name, e.g. the split or the turn index. */
  readonly part: string | null
}

interface Pattern {
  readonly definition: MetricDefinition
  readonly shape: RegExp
  readonly placeholders: readonly string[]
}

const placeholder = /\{(\w+)\}/g

/** @param fill what a placeholder may stand for */
function patternsOf(names: MetricNames, fill: string): Pattern[] {
  return Object.entries(names).flatMap(([name, definition]) => {
    const placeholders = [...name.matchAll(placeholder)].flatMap(([, word]) => (word === undefined ? [] : [word]))
    if (placeholders.length === 0) return []
    const text = name.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(placeholder, `(${fill})`)
    return [{ definition, shape: new RegExp(`^${text}$`), placeholders }]
  })
}

const isExact = ([name]: readonly [string, MetricDefinition]): boolean => !name.includes('{')

const exact = new Map([...trainerNames, metricDefinitions].flatMap((names) => Object.entries(names)).filter(isExact))
// Ours last: `reward/base` is the split called base, but `reward/avg_pass_at_8` is somebody else's.
const patterns = [
  ...trainerNames.flatMap((names) => patternsOf(names, '.+?')),
  ...patternsOf(metricDefinitions, '[^/]+'),
]

/** What a metric name means; null for names that nobody described. Exact names go before patterns. */
export function describeMetric(name: string): DescribedMetric | null {
  // verl's MLflow logger may not write @
  const plain = name.replace(/(?<=\b(?:mean|std|best|worst|maj))_at_(?=\d)/g, '@')
  return byName(plain) ?? ofValidation(plain) ?? byPattern(plain)
}

function byName(name: string): DescribedMetric | null {
  const known = exact.get(name)
  return known ? { ...known, part: null } : null
}

function byPattern(name: string): DescribedMetric | null {
  for (const { definition, shape, placeholders } of patterns) {
    const match = shape.exec(name)
    if (!match) continue
    const title = placeholders.reduce(
      (text, word, index) => text.replace(`{${word}}`, () => match[index + 1] ?? ''),
      definition.title,
    )
    return { ...definition, title, part: match[1] ?? null }
  }
  return null
}

const validationPrefix = /^eval[_/]/

/** `eval_reward` is what `reward` means, on validation tasks. */
function ofValidation(name: string): DescribedMetric | null {
  if (!validationPrefix.test(name)) return null
  const rest = name.replace(validationPrefix, '')
  const training = byName(rest) ?? byPattern(rest)
  if (!training || training.validation) return null
  const { role: _, measures: __, ...meaning } = training
  return { ...meaning, title: `Validation: ${training.title.replace('Training reward', 'reward')}`, validation: true }
}
