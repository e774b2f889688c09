import { randomUUID } from 'node:crypto'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { AppError } from '@/server/app-error'
import { withBenchDatabase } from './bench-database'
import { benchmarkFolder } from './benchmark-folder'
import { countStored, prepareBenchRun } from './env-server/bench-run'
import type { LoadPlan, LoadResult } from './env-server/load-plan'
import { loadInItsProcess } from './env-server/load-process'
import { type ServerProcess, startServerProcess } from './env-server/server-process'

/** How it is called. */
export const usage =
  'Use: env-server [--bfcl <folder>] [--sessions 1000] [--seconds 60] [--warm-up 15] [--only plain,recorded,saturation] [--json]'

interface Options {
  readonly bfcl: string
  readonly sessions: number
  readonly seconds: number
  readonly warmUpSeconds: number
  readonly only: readonly string[]
  readonly json: boolean
}

interface Figures {
  readonly stepsPerSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly errors: number
  readonly lostEpisodes: number
  readonly peakRssMb: number
}

/** Open loop: between the steps of a session. */
const plainIntervalMs = 200
const recordedIntervalMs = 500

/**
 * Many sessions at once play the benchmark's tasks on the environment server: without recording, recorded with
 * durable commits, and as fast as it goes. Server and load have a process each; latency counts from when a step was
 * due, so that a server that falls behind cannot hide it.
 */
export async function command(args: string[]): Promise<number> {
  const options = optionsOf(args)
  const result = await withBenchDatabase('env-server', async (url) => {
    const phases: Record<string, object> = {}
    for (const [name, intervalMs, recorded] of phasesOf) {
      if (!options.only.includes(name.replace(/Recorded$/, ''))) continue
      phases[name] = await measure(url, options, { intervalMs, recorded, name })
    }
    return phases
  })
  if (options.json) process.stdout.write(`${JSON.stringify({ sessions: options.sessions, ...result })}\n`)
  return 0
}

const phasesOf = [
  ['plain', plainIntervalMs, false],
  ['recorded', recordedIntervalMs, true],
  ['saturation', null, false],
  ['saturationRecorded', null, true],
] as const

interface Phase {
  readonly name: string
  readonly intervalMs: number | null
  readonly recorded: boolean
}

/** Each phase has a server of its own: what one leaves in memory is not the next one's. */
async function measure(url: string, options: Options, { name, intervalMs, recorded }: Phase): Promise<Figures> {
  const { bfcl, sessions, warmUpSeconds } = options
  const seconds = intervalMs === null ? Math.min(options.seconds, 20) : options.seconds
  const { token } = await prepareBenchRun(bfcl)
  const server = await startServerProcess(url, sessions + 10)
  try {
    const base = `ws://127.0.0.1:${server.port}${recorded ? `/env/${token}` : ''}/ws`
    const plan: LoadPlan = { url: base, bfcl, sessions, intervalMs, seconds, warmUpSeconds, prefix: randomUUID() }
    const load = await loadInItsProcess(plan)
    const figures = await figuresOf(load, recorded, server.figures().peakRssMb)
    process.stdout.write(`${lineOf(name, figures)}\n`)
    process.stderr.write(`${detailOf(load, server.figures())}\n`)
    return figures
  } finally {
    await server.stop()
  }
}

async function figuresOf(load: LoadResult, recorded: boolean, peakRssMb: number): Promise<Figures> {
  const stored = recorded ? await countStored(load.finished) : load.finished.length
  return {
    stepsPerSecond: Math.round(load.steps / load.seconds),
    p50Ms: tenths(load.p50Ms),
    p99Ms: tenths(load.p99Ms),
    errors: load.errors,
    lostEpisodes: load.finished.length - stored + load.unanswered,
    peakRssMb,
  }
}

const tenths = (value: number): number => Math.round(value * 10) / 10

const lineOf = (name: string, { stepsPerSecond, p50Ms, p99Ms, errors, lostEpisodes, peakRssMb }: Figures): string =>
  `${name.padEnd(19)} ${stepsPerSecond} steps/s, p50 ${p50Ms} ms, p99 ${p99Ms} ms, ${errors} errors, ` +
  `${lostEpisodes} lost episodes, ${peakRssMb} MB`

function detailOf(load: LoadResult, server: ReturnType<ServerProcess['figures']>): string {
  const average = loadavg().map((value) => value.toFixed(1))
  return [
    `  ${load.begun} episodes, longest step ${load.maxMs.toFixed(0)} ms, resets p99 ${load.resetP99Ms.toFixed(0)} ms;`,
    `processor: server ${server.cpuSeconds.toFixed(0)} s in all, load ${load.cpuSeconds.toFixed(0)} s`,
    `in ${load.seconds.toFixed(0)} s; load average ${average.join(' ')}`,
    server.batches === 0 ? '' : `\n  ${server.batches} batches of episodes, ${server.batchMs.toFixed(1)} ms each`,
    ...load.problems.map((problem) => `\n  ${problem}`),
  ].join(' ')
}

function optionsOf(args: string[]): Options {
  const { values } = parsed(args)
  const [sessions, seconds] = [Number(values.sessions ?? 1000), Number(values.seconds ?? 60)]
  const warmUpSeconds = Number(values['warm-up'] ?? 15)
  if (!Number.isInteger(sessions) || sessions < 1 || !(seconds > 0) || !(warmUpSeconds >= 0))
    throw new AppError('BAD_INPUT', usage)
  const only = (values.only ?? 'plain,recorded,saturation').split(',')
  return { bfcl: benchmarkFolder(values.bfcl), sessions, seconds, warmUpSeconds, only, json: values.json === true }
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const
  const options = {
    bfcl: text,
    sessions: text,
    seconds: text,
    'warm-up': text,
    only: text,
    json: { type: 'boolean' },
  } as const
  try {
    return parseArgs({ args, options })
  } catch (error) {
    throw new AppError('BAD_INPUT', `${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}
