import { parseArgs } from 'node:util'
import { AppError } from '@/server/app-error'
import { type ChatFormat, chatFormats } from '@/server/core/chat/endpoint-settings'

/** How it is called. */
export const usage = `Use: evaluate --endpoint <name or address> [--model <name>] [--suite <name>]… [--repeats K] [--seed N]
              [--format native|tagged] [--simulator <name or address>] [--simulator-model <name>]
              [--search <name or address>] [--recording <name>] [--name <text>] [--json]
     evaluate --run <number> [--checkpoint <number>|latest|untrained] [--suite <name>]… [--temperature T] [--repeats K]
              [--seed N] [--simulator <name or address>] [--simulator-model <name>] [--search <name or address>]
              [--recording <name>] [--name <text>] [--json]
     evaluate --resume <number> [--json]
An address is stored as an endpoint; its key is taken from ENVTUNE_ENDPOINT_KEY. Web search is answered by --search, a
search engine that speaks SearXNG's JSON (its key: ENVTUNE_SEARCH_KEY), by a --recording, or by both: then what is asked
is recorded.`

/** Who plays the user, and what answers web search, where suites need them. */
export interface NamedCompanions {
  readonly simulator: string | undefined
  readonly simulatorModel: string | undefined
  readonly search: string | undefined
  readonly recording: string | undefined
}

export interface NewEvaluation extends NamedCompanions {
  readonly endpoint: string
  readonly model: string | undefined
  readonly format: ChatFormat | undefined
  readonly suites: readonly string[]
  readonly repeats: number
  readonly seed: number
  readonly name: string
}

/** A run's own policy is evaluated. */
export interface NewCheckpointEvaluation extends NamedCompanions {
  readonly run: number
  readonly checkpoint: number | 'latest' | 'untrained'
  readonly suites: readonly string[]
  readonly temperature: number
  readonly repeats: number
  readonly seed: number
  readonly name: string
}

export interface EvaluateOptions {
  /** A new evaluation, or the number of one that is to go on. */
  readonly what: NewEvaluation | NewCheckpointEvaluation | number
  readonly json: boolean
}

/** Reads the command line. Throws BAD_INPUT with the usage. */
export function evaluateOptions(args: string[]): EvaluateOptions {
  const { values, positionals } = parsed(args)
  if (positionals.length > 0) throw new AppError('BAD_INPUT', `What is "${positionals[0]}" for?\n${usage}`)
  const json = values.json === true
  if (values.resume !== undefined) return { what: number('resume', values.resume, 1), json }
  if (values.run !== undefined) return { what: checkpointOptions(values, values.run), json }
  const stray = (['checkpoint', 'temperature'] as const).find((name) => values[name] !== undefined)
  if (stray) throw new AppError('BAD_INPUT', `--${stray} needs --run: it is of a run's own policy.\n${usage}`)
  if (values.endpoint === undefined) throw new AppError('BAD_INPUT', usage)
  const format = chatFormats.find((known) => known === values.format)
  if (values.format !== undefined && format === undefined)
    throw new AppError('BAD_INPUT', `--format ${values.format}: write ${chatFormats.join(' or ')}.\n${usage}`)
  const what = {
    ...{ endpoint: values.endpoint, model: values.model, format, suites: values.suite ?? ['starter'] },
    ...companionsOf(values),
    repeats: number('repeats', values.repeats ?? '1', 1),
    seed: number('seed', values.seed ?? '0', 0),
    name: values.name ?? '',
  }
  return { what, json }
}

const companionsOf = (values: ReturnType<typeof parsed>['values']): NamedCompanions => ({
  ...{ simulator: values.simulator, simulatorModel: values['simulator-model'] },
  ...{ search: values.search, recording: values.recording },
})

function parsed(args: string[]) {
  const text = { type: 'string' } as const
  const options = {
    ...{ endpoint: text, model: text, format: text, simulator: text, 'simulator-model': text },
    ...{ search: text, recording: text },
    ...{ repeats: text, seed: text, name: text, resume: text, run: text, checkpoint: text, temperature: text },
    suite: { type: 'string', multiple: true },
    json: { type: 'boolean' },
  } as const
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new AppError('BAD_INPUT', `${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

function checkpointOptions(values: ReturnType<typeof parsed>['values'], run: string): NewCheckpointEvaluation {
  const other = ['endpoint', 'model', 'format'] as const
  const wrong = other.find((name) => values[name] !== undefined)
  if (wrong) throw new AppError('BAD_INPUT', `--${wrong} is for endpoints, not for --run.\n${usage}`)
  const { checkpoint = 'latest', temperature = '0', suite: suites = ['starter'], name = '' } = values
  if (!/^\d+(\.\d+)?$/.test(temperature))
    throw new AppError('BAD_INPUT', `--temperature ${temperature}: write a number from 0 to 2.\n${usage}`)
  return {
    run: number('run', run, 1),
    checkpoint:
      checkpoint === 'latest' || checkpoint === 'untrained' ? checkpoint : number('checkpoint', checkpoint, 1),
    ...{ suites, temperature: Number(temperature), name, ...companionsOf(values) },
    repeats: number('repeats', values.repeats ?? '1', 1),
    seed: number('seed', values.seed ?? '0', 0),
  }
}

function number(name: string, text: string, least: number): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) < least)
    throw new AppError('BAD_INPUT', `--${name} ${text}: write a whole number from ${least} on.\n${usage}`)
  return Number(text)
}
