import type { ApiOutput } from '@/components/data/api-types'
import { wholeNumber } from './whole-number'

type Options = ApiOutput['evaluations']['options']

/** The form of a new evaluation as the person sees it. */
export interface NewEvaluationState {
  readonly endpoint: number | null
  readonly suites: readonly string[]
  readonly simulator: number | null
  readonly search: number | null
  readonly repeats: string
  readonly seed: string
  readonly name: string
}

/** The first form: what the address chose (`?endpoint=2&suite=starter`), else the suites that come with Envtune. */
export function firstEvaluation(options: Options, query: { endpoint: string | null; suites: readonly string[] }) {
  const known = new Set(options.suites.map(({ name }) => name))
  const asked = query.suites.filter((name) => known.has(name))
  const usual = ['starter', 'starter-ood'].filter((name) => known.has(name))
  const endpoint = options.endpoints.find(({ id }) => String(id) === query.endpoint) ?? options.endpoints[0]
  return {
    endpoint: endpoint?.id ?? null,
    suites: asked.length > 0 ? asked : usual,
    search: options.searchProviders[0]?.id ?? null,
    ...{ simulator: null, repeats: '1', seed: '0', name: '' },
  } satisfies NewEvaluationState
}

type Chosen = Pick<NewEvaluationState, 'suites'>

export const needsSimulator = ({ suites }: Chosen, options: Pick<Options, 'suites'>): boolean =>
  options.suites.some(({ name, needsSimulator: needs }) => needs && suites.includes(name))

export const needsSearch = ({ suites }: Chosen, options: Pick<Options, 'suites'>): boolean =>
  options.suites.some(({ name, needsSearch: needs }) => needs && suites.includes(name))

/** The form as the interface wants it, or at each field what is wrong with it. */
export function checkNewEvaluation(form: NewEvaluationState, options: Options) {
  const errors: Record<string, string> = {}
  const { endpoint, suites, name } = form
  if (endpoint === null) errors.endpoint = 'choose an endpoint'
  if (suites.length === 0) errors.suites = 'choose at least one suite'
  const simulator = needsSimulator(form, options) ? form.simulator : null
  if (needsSimulator(form, options) && simulator === null) errors.simulator = 'a suite needs somebody to play the user'
  const search = needsSearch(form, options) ? form.search : null
  if (needsSearch(form, options) && search === null) errors.search = 'a suite needs something that answers web search'
  const repeats = wholeNumber(form.repeats, 1, 20)
  const seed = wholeNumber(form.seed, 0, 999_999_999)
  if (repeats === null) errors.repeats = 'a whole number from 1 to 20'
  if (seed === null) errors.seed = 'a whole number from 0 to 999999999'
  if (endpoint === null || repeats === null || seed === null || Object.keys(errors).length > 0)
    return { ok: false as const, errors }
  const chosen = { endpoint, suites: [...suites], simulator, search }
  return { ok: true as const, input: { ...chosen, repeats, seed, name: name.trim() } }
}

/** What is asked of the server before anything begins; null: that cannot be asked yet. */
export function estimateQuestion({ endpoint, suites, repeats: text }: NewEvaluationState) {
  const repeats = wholeNumber(text, 1, 20)
  return suites.length === 0 || repeats === null ? null : { endpoint, suites: [...suites], repeats }
}
