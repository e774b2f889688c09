import { parseArgs } from 'node:util'
import { AppError } from '@/server/app-error'
import { type ChatFormat, chatFormats } from '@/server/core/chat/endpoint-settings'

/** How it is called. */
export const usage = `Use: evaluate --endpoint <name or address> [--model <name>] [--suite <name>]… [--repeats K] [--seed N]
              [--format native|tagged] [--simulator <name or address>] [--simulator-model <name>] [--name <text>] [--json]
     evaluate --resume <number> [--json]
An address is stored as an endpoint; its key is taken from ENVTUNE_ENDPOINT_KEY.`

export interface NewEvaluation {
  readonly endpoint: string
  readonly model: string | undefined
  readonly format: ChatFormat | undefined
  readonly simulator: string | undefined
  readonly simulatorModel: string | undefined
  readonly suites: readonly string[]
  readonly repeats: number
  readonly seed: number
  readonly name: string
}

export interface EvaluateOptions {
  /** A new evaluation, or the number of one that is to go on. */
  readonly what: NewEvaluation | number
  readonly json: boolean
}

/** Reads the command line. Throws BAD_INPUT with the usage. */
export function evaluateOptions(args: string[]): EvaluateOptions {
  const { values, positionals } = parsed(args)
  if (positionals.length > 0) throw new AppError('BAD_INPUT', `What is "${positionals[0]}" for?\n${usage}`)
  const json = values.json === true
  if (values.resume !== undefined) return { what: number('resume', values.resume, 1), json }
  if (values.endpoint === undefined) throw new AppError('BAD_INPUT', usage)
  const format = chatFormats.find((known) => known === values.format)
  if (values.format !== undefined && format === undefined)
    throw new AppError('BAD_INPUT', `--format ${values.format}: write ${chatFormats.join(' or ')}.\n${usage}`)
  const what = {
    ...{ endpoint: values.endpoint, model: values.model, format, simulator: values.simulator },
    ...{ simulatorModel: values['simulator-model'], suites: values.suite ?? ['starter'] },
    repeats: number('repeats', values.repeats ?? '1', 1),
    seed: number('seed', values.seed ?? '0', 0),
    name: values.name ?? '',
  }
  return { what, json }
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const
  const options = {
    ...{ endpoint: text, model: text, format: text, simulator: text, 'simulator-model': text },
    ...{ repeats: text, seed: text, name: text, resume: text },
    suite: { type: 'string', multiple: true },
    json: { type: 'boolean' },
  } as const
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new AppError('BAD_INPUT', `${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

function number(name: string, text: string, least: number): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) < least)
    throw new AppError('BAD_INPUT', `--${name} ${text}: write a whole number from ${least} on.\n${usage}`)
  return Number(text)
}
