import type { ApiOutput } from '@/components/data/api-types'
import { needsSearch, needsSimulator } from './new-evaluation-state'
import { wholeNumber } from './whole-number'

type Options = ApiOutput['evaluations']['checkpointOptions']

/** The form of a checkpoint's evaluation as the person sees it. */
export interface CheckpointFormState {
  /** Number of the checkpoint, or `untrained`. */
  readonly checkpoint: string
  readonly suites: readonly string[]
  readonly simulator: number | null
  readonly search: number | null
  /** Drawn by probability instead of greedily. */
  readonly drawn: boolean
  readonly temperature: string
  readonly repeats: string
  readonly seed: string
  readonly name: string
}

/** The first form: the checkpoint of the address (`?checkpoint=12`), else the latest; suites that come with Envtune. */
export function firstCheckpointForm(options: Options, asked: string | null): CheckpointFormState {
  const known = options.checkpoints.find(({ id }) => String(id) === asked) ?? options.checkpoints[0]
  const usual = ['starter', 'starter-ood'].filter((name) => options.suites.some((suite) => suite.name === name))
  const checkpoint = asked === 'untrained' || !known ? 'untrained' : String(known.id)
  return {
    ...{ checkpoint, suites: usual, simulator: null, search: options.searchProviders[0]?.id ?? null },
    ...{ drawn: false, temperature: '1', repeats: '1', seed: '0', name: '' },
  }
}

/** The form as the interface wants it, or at each field what is wrong with it. Greedy plays need no repeats. */
export function checkCheckpointForm(options: Options, form: CheckpointFormState) {
  const errors: Record<string, string> = {}
  if (form.suites.length === 0) errors.suites = 'choose at least one suite'
  const simulator = needsSimulator(form, options) ? form.simulator : null
  if (needsSimulator(form, options) && simulator === null) errors.simulator = 'a suite needs somebody to play the user'
  const search = needsSearch(form, options) ? form.search : null
  if (needsSearch(form, options) && search === null) errors.search = 'a suite needs something that answers web search'
  const temperature = form.drawn ? temperatureOf(form.temperature) : 0
  const repeats = form.drawn ? wholeNumber(form.repeats, 1, 20) : 1
  const seed = form.drawn ? wholeNumber(form.seed, 0, 999_999_999) : 0
  if (temperature === null) errors.temperature = 'a number above 0, at most 2'
  if (repeats === null) errors.repeats = 'a whole number from 1 to 20'
  if (seed === null) errors.seed = 'a whole number from 0 to 999999999'
  if (temperature === null || repeats === null || seed === null || Object.keys(errors).length > 0)
    return { ok: false as const, errors }
  const checkpoint = form.checkpoint === 'untrained' ? ('untrained' as const) : Number(form.checkpoint)
  const input = {
    ...{ run: options.run.id, checkpoint, suites: [...form.suites], simulator, search },
    ...{ temperature, repeats, seed, name: form.name.trim() },
  }
  return { ok: true as const, input }
}

function temperatureOf(text: string): number | null {
  const value = Number(text.trim() === '' ? Number.NaN : text)
  return value > 0 && value <= 2 ? value : null
}
