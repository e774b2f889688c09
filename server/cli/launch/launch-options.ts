import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { AppError } from '@/server/app-error'
import type { Ablation } from '@/server/core/groups/ablation'
import type { LaunchRequest } from '@/server/core/runs/launch-input'
import { ablationOption } from './ablation-option'
import { applySettings } from './settings'

/** How it is called. */
export const usage =
  'Use: launch [--suite <name>] [--curriculum <name>] [--name <text>] [--seed N]… [--set key=value]… [--ablation <design>] [--watch] [--json]'

export interface LaunchOptions {
  readonly request: LaunchRequest
  /** null: a run per seed. */
  readonly ablation: Ablation | null
  readonly watch: boolean
  readonly json: boolean
}

/** Reads the command line. Throws BAD_INPUT with the usage, or with the valid keys of `--set`. */
export function launchOptions(args: string[]): LaunchOptions {
  const { values, positionals } = parsed(args)
  if (positionals.length > 0) throw new AppError('BAD_INPUT', `What is "${positionals[0]}" for?\n${usage}`)
  const request: LaunchRequest = {
    key: randomUUID(),
    name: values.name ?? '',
    suite: values.suite ?? 'starter',
    curriculum: values.curriculum ?? 'starter',
    augmentation: 'built-in',
    seeds: (values.seed ?? [values.ablation === undefined ? '0' : '0-2']).flatMap(seedsOf),
  }
  return {
    request: applySettings(request, values.set ?? []),
    ablation: values.ablation === undefined ? null : ablationOption(values.ablation),
    watch: values.watch === true || values.json === true,
    json: values.json === true,
  }
}

function parsed(args: string[]) {
  const options = {
    suite: { type: 'string' },
    curriculum: { type: 'string' },
    name: { type: 'string' },
    seed: { type: 'string', multiple: true },
    set: { type: 'string', multiple: true },
    ablation: { type: 'string' },
    watch: { type: 'boolean' },
    json: { type: 'boolean' },
  } as const
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new AppError('BAD_INPUT', `${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

/** `3`, `0,1,2` or `0-4`. */
function seedsOf(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const range = /^(\d+)-(\d+)$/.exec(part)
    if (!range) {
      if (/^\d+$/.test(part)) return [Number(part)]
      throw new AppError('BAD_INPUT', `--seed ${text}: write a whole number, several with commas, or a range like 0-4.`)
    }
    const [first, last] = [Number(range[1]), Number(range[2])]
    if (last < first || last - first >= 50) throw new AppError('BAD_INPUT', `--seed ${text}: at most 50 seeds at once.`)
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  })
}
