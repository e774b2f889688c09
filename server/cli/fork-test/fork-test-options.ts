import { parseArgs } from 'node:util'
import { AppError } from '@/server/app-error'
import { type ForkSetReference, type ForkTestInput, forkTestInput } from '@/server/core/fork-tests/fork-test-input'
import type { ForkTarget } from '@/server/core/fork-tests/plan'

export const usage = `Use: fork-test --run <number> (--rule <id> | --error <domain/tool/CODE> | --all)
               [--set-a <name@version | draft:N>] [--set-b <name@version | draft:N>] [--endpoint <name>] [--forks K] [--repeats N]
               [--seed S] [--test-tasks] [--json]
     fork-test --resume <number> [--json]`

export interface ForkTestOptions {
  /** A new test, its endpoint still by name, or the number of one that is to go on. */
  readonly what: { readonly input: ForkTestInput; readonly endpoint: string | undefined } | number
  readonly json: boolean
}

/** Reads the command line. Throws BAD_INPUT with the usage. */
export function forkTestOptions(args: string[]): ForkTestOptions {
  const { values, positionals } = parsed(args)
  if (positionals.length > 0) throw new AppError('BAD_INPUT', `What is "${positionals[0]}" for?\n${usage}`)
  const json = values.json === true
  if (values.resume !== undefined) return { what: number('resume', values.resume, 1), json }
  if (values.run === undefined) throw new AppError('BAD_INPUT', usage)
  const input = forkTestInput.safeParse({
    run: number('run', values.run, 1),
    target: targetOf(values),
    setA: values['set-a'] === undefined ? null : setOf('set-a', values['set-a']),
    setB: values['set-b'] === undefined ? null : setOf('set-b', values['set-b']),
    ...(values.forks === undefined ? {} : { forks: number('forks', values.forks, 1) }),
    ...(values.repeats === undefined ? {} : { repeats: number('repeats', values.repeats, 1) }),
    ...(values.seed === undefined ? {} : { seed: number('seed', values.seed, 0) }),
    testTasks: values['test-tasks'] === true,
  })
  if (input.success) return { what: { input: input.data, endpoint: values.endpoint }, json }
  const issue = input.error.issues[0]
  throw new AppError('BAD_INPUT', `--${issue?.path.join('.')}: ${issue?.message}.\n${usage}`)
}

function targetOf({ rule, error, all }: { rule?: string; error?: string; all?: boolean }): ForkTarget {
  const given = [rule, error, all].filter((each) => each !== undefined)
  if (given.length !== 1) throw new AppError('BAD_INPUT', `Say one of --rule, --error and --all.\n${usage}`)
  if (rule !== undefined) return { kind: 'rule', rule }
  if (error === undefined) return { kind: 'all' }
  const [domain, tool, code, ...more] = error.split('/')
  if (!domain || !tool || !code || more.length > 0)
    throw new AppError('BAD_INPUT', `--error ${error}: write domain/tool/CODE.\n${usage}`)
  return { kind: 'error', domain, tool, code }
}

function setOf(name: string, text: string): ForkSetReference {
  if (/^draft:[1-9]\d{0,8}$/.test(text)) return { draft: Number(text.slice('draft:'.length)) }
  const [, set, version] = /^(.+)@([1-9]\d{0,8})$/.exec(text) ?? []
  if (set === undefined) throw new AppError('BAD_INPUT', `--${name} ${text}: write name@version, or draft:N.\n${usage}`)
  return { name: set, version: Number(version) }
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const options = {
    ...{ run: text, rule: text, error: text, 'set-a': text, 'set-b': text, endpoint: text, resume: text },
    ...{ forks: text, repeats: text, seed: text, all: flag, 'test-tasks': flag, json: flag },
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
