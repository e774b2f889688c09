import { configDifferences, tellingDifferences } from './config-differences'
import { flattenConfig } from './flatten-config'

type Settings = ReadonlyMap<string, string>

interface Facet {
  /** Which differing settings it stands for. */
  readonly of: RegExp
  readonly words: (settings: Settings) => string
}

/** What ablations are about, in the words that people use. */
const method: readonly Facet[] = [
  { of: /^curriculum\./, words: curriculumWords },
  { of: /^augmentation(\.|$)/, words: hintWords },
  { of: /^reward$/, words: (settings) => `${settings.get('reward') ?? 'no'} reward` },
]

/** With what else runs differ often; everything further is told as it is. */
const facets: readonly Facet[] = [
  ...method,
  { of: /^suite\./, words: (settings) => settings.get('suite.name') ?? 'no suite' },
  { of: /^model\./, words: (settings) => settings.get('model.name') ?? 'no model' },
  { of: /^codeVersion$/, words: (settings) => `code ${settings.get('codeVersion')?.slice(0, 8) ?? '–'}` },
]

const mostFurther = 3

/** Runs that were trained elsewhere have no configuration of ours. */
const unknown = 'configuration unknown'

/**
 * A short name for each of several configurations that says in what it differs from the others and nothing that they
 * share. Equal configurations get equal names. The only one that is known beside unknown ones says what its method is.
 */
export function armLabels(configs: readonly unknown[]): string[] {
  const flat = configs.map(flattenConfig)
  const known = configs.filter((_, index) => flat[index]?.size)
  const isOnly = known.length === 1 && configs.length > 1
  const differing = tellingDifferences(configDifferences(known)).map(({ path }) => path)
  const told = isOnly ? method : facets.filter(({ of }) => differing.some((path) => of.test(path)))
  const further = differing.filter((path) => !facets.some(({ of }) => of.test(path))).slice(0, mostFurther)
  return flat.map((settings) => {
    if (settings.size === 0) return unknown
    const parts = [
      ...told.map(({ words }) => words(settings)),
      ...further.map((path) => `${path.split('.').at(-1)} ${settings.get(path) ?? '–'}`),
    ]
    return parts.length > 0 ? parts.join(' · ') : 'all alike'
  })
}

function curriculumWords(settings: Settings): string {
  const name = settings.get('curriculum.name') ?? 'no curriculum'
  const version = settings.get('curriculum.version')
  return version === undefined || version === '1' ? name : `${name} ${version}`
}

function hintWords(settings: Settings): string {
  const name = settings.get('augmentation.name')
  return name === undefined ? 'no hints' : `hints ${name} ${settings.get('augmentation.version') ?? ''}`.trim()
}
