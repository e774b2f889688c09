import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { AppError } from '@/server/app-error'
import { readBfclFolder, today } from '@/server/cli/bfcl-folder'
import type { ToolContext } from '@/server/core/environments/domain'
import { builtinRegistry } from '@/server/core/environments/registry'
import { World } from '@/server/core/environments/world'
import { missingResults } from '@/server/core/episodes/turn-check'
import { type PreparedTask, prepareTask } from '@/server/core/tasks/prepare-task'
import type { Split } from '@/server/core/tasks/task'
import { benchmarkFolder } from './benchmark-folder'

/** How it is called. */
export const usage = 'Use: env [--bfcl <folder>] [--seconds <per split>] [--json]'

interface Speed {
  readonly callsPerSecond: number
}

/**
 * Ground-truth calls per second of the environment in this one process: each episode loads its scenario, copies it
 * for the ground truth, plays every call on both copies (the agent's parsed from its text each time) and makes every
 * turn's state and response check. Suites are parsed once, before the clock starts.
 */
export async function command(args: string[]): Promise<number> {
  const { folder, seconds, json } = optionsOf(args)
  const suite = await readBfclFolder(join(folder, 'data'))
  const context = { today: today() }
  const measure = (split: Split): Speed => {
    const tasks = suite.tasks.filter((task) => task.split === split)
    return speedOf(
      tasks.map((task) => prepareTask(task, suite, builtinRegistry)),
      context,
      seconds,
    )
  }
  const result = { base: measure('base'), longContext: measure('long_context') }
  process.stdout.write(`base          ${result.base.callsPerSecond.toLocaleString('en')} calls/s\n`)
  process.stdout.write(`long context  ${result.longContext.callsPerSecond.toLocaleString('en')} calls/s\n`)
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`)
  return 0
}

function optionsOf(args: string[]): { folder: string; seconds: number; json: boolean } {
  const { values } = parsed(args)
  const seconds = Number(values.seconds ?? '5')
  if (!(seconds > 0)) throw new AppError('BAD_INPUT', usage)
  return { folder: benchmarkFolder(values.bfcl), seconds, json: values.json === true }
}

function parsed(args: string[]) {
  try {
    const options = { bfcl: { type: 'string' }, seconds: { type: 'string' }, json: { type: 'boolean' } } as const
    return parseArgs({ args, options })
  } catch (error) {
    throw new AppError('BAD_INPUT', `${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

/** The compiler settles while the first fifth of the time passes. */
const warmUpShare = 0.2

function speedOf(tasks: readonly PreparedTask[], context: ToolContext, seconds: number): Speed {
  passesFor(tasks, context, seconds * warmUpShare)
  const { calls, elapsed } = passesFor(tasks, context, seconds)
  return { callsPerSecond: Math.round(calls / elapsed) }
}

/** Plays all tasks again and again until the time is over; whole passes only. */
function passesFor(tasks: readonly PreparedTask[], context: ToolContext, seconds: number) {
  const start = performance.now()
  let calls = 0
  let elapsed = 0
  do {
    for (const task of tasks) calls += playEpisode(task, context)
    elapsed = (performance.now() - start) / 1000
  } while (elapsed < seconds)
  return { calls, elapsed }
}

function playEpisode(task: PreparedTask, context: ToolContext): number {
  const agent = World.of(task.domains, task.scenario, task.load, context)
  const truth = agent.clone()
  const obtained: string[] = []
  let calls = 0
  for (const turn of task.turns) {
    for (const text of turn.expectedText) obtained.push(agent.execute(text).text)
    const expected = turn.expected.map((call) => truth.execute(call).text)
    calls += expected.length
    const passed = agent.equals(truth) && missingResults(expected, obtained).length === 0
    if (!passed) throw new Error(`the ground truth of ${task.task.key} fails its own check in turn ${turn.index}`)
  }
  return calls
}
