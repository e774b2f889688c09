import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { AppError } from '@/server/app-error'
import { arms } from './policy/arms'
import { type ArmSummary, summarise, tableOf } from './policy/summary'
import type { TrainedOnce } from './policy/train-once'

/** How it is called. */
export const usage = `Use: policy [--seeds 0-4] [--only ${arms.map(({ name }) => name).join(',')}] [--json]`

/** Runs trained side by side: the machine that the figures are for has two cores. */
const atOnce = 2

/** Trains every arm with every seed, each in a process of its own, and prints means and spreads over the seeds. */
export async function command(args: string[]): Promise<number> {
  const { seeds, chosen, json } = optionsOf(args)
  const jobs = chosen.flatMap((arm) => seeds.map((seed) => ({ arm, seed })))
  const results = new Map<string, TrainedOnce[]>(chosen.map((arm) => [arm, []]))
  let next = 0
  const work = async () => {
    for (let job = jobs[next++]; job; job = jobs[next++]) {
      const result = await train(job.arm, job.seed)
      results.get(job.arm)?.push(result)
      const test = result.evaluations.final?.['starter/test']
      process.stderr.write(
        `${job.arm}, seed ${job.seed}: test turn ${test?.turn.toFixed(3)}, ${result.seconds.toFixed(0)} s\n`,
      )
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const summaries: ArmSummary[] = chosen.map((name) => summarise(name, results.get(name) ?? []))
  process.stdout.write(`${tableOf(summaries)}\n`)
  if (json) process.stdout.write(`${JSON.stringify({ seeds, arms: summaries })}\n`)
  return 0
}

function train(arm: string, seed: number): Promise<TrainedOnce> {
  const file = 'server/cli/bench/policy/train-job.ts'
  const child = spawn(process.execPath, ['--import', 'tsx', file, arm, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => {
      if (status === 0) resolve(JSON.parse(text) as TrainedOnce)
      else reject(new Error(`training ${arm} with seed ${seed} ended with status ${status}`))
    })
  })
}

function optionsOf(args: string[]): { seeds: number[]; chosen: string[]; json: boolean } {
  const options = { seeds: { type: 'string' }, only: { type: 'string' }, json: { type: 'boolean' } } as const
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values']
  try {
    values = parseArgs({ args, options }).values
  } catch (error) {
    throw new AppError('BAD_INPUT', `${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
  const chosen = values.only?.split(',') ?? arms.map(({ name }) => name)
  const unknown = chosen.find((name) => !arms.some((arm) => arm.name === name))
  if (unknown !== undefined) throw new AppError('BAD_INPUT', `There is no arm "${unknown}".\n${usage}`)
  return { seeds: seedsOf(values.seeds ?? '0-4'), chosen, json: values.json === true }
}

function seedsOf(text: string): number[] {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text)
  const first = Number(match?.[1])
  const last = Number(match?.[2] ?? match?.[1])
  if (!match || last < first || last - first > 99) throw new AppError('BAD_INPUT', usage)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
