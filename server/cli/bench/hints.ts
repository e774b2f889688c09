import { parseArgs } from 'node:util'
import { AppError } from '@/server/app-error'
import { Rng } from '@/server/core/rng'
import { listGroups } from '@/server/db/hint-scope'
import { hintLedger } from '@/server/services/hints/ledger'
import { missingHints } from '@/server/services/hints/missing-hints'
import { withBenchDatabase } from './bench-database'
import { seedFailures } from './hints/seed-failures'
import { type Latencies, latencies, timed } from './latencies'

/** How it is called. */
export const usage = 'Use: hints [--events 10000000] [--runs 200] [--requests 120] [--json]'

/**
 * How fast the ledger and the missing hints are answered, up to the text of the answer, on a database of made-up
 * failing calls: of all runs, of a group and of one run in turn.
 */
export async function command(args: string[]): Promise<number> {
  const { events, runs, requests, json } = optionsOf(args)
  await withBenchDatabase('hint-ledger', async () => {
    const begun = performance.now()
    const seeded = await seedFailures({ events, runs }, (made, total) => {
      const seconds = Math.round((performance.now() - begun) / 1000)
      process.stderr.write(
        `\rsynthetic failing calls: ${made.toLocaleString('en')} of ${total.toLocaleString('en')}, ${seconds} s`,
      )
    })
    process.stderr.write('\n')
    const scopes = await scopesOf(seeded.runs)
    const ledger = await measured(requests, scopes, (scope) => hintLedger({ set: 'built-in', ...scope }))
    const missing = await measured(requests, scopes, (scope) => missingHints({ set: 'built-in', limit: 100, ...scope }))
    process.stdout.write(`${seeded.events.toLocaleString('en')} failing calls in ${seeded.runs.length} runs\n`)
    process.stdout.write(line('ledger', ledger))
    process.stdout.write(line('missing hints', missing))
    if (json) process.stdout.write(`${JSON.stringify({ events: seeded.events, ledger, missing })}\n`)
  })
  return 0
}

const line = (name: string, { p50Ms, p95Ms }: Latencies): string =>
  `${name.padEnd(14)} p50 ${p50Ms} ms, p95 ${p95Ms} ms\n`

type Scope = { readonly run?: number; readonly group?: string }

/** All runs, a group, one run: what is asked for in turn. */
async function scopesOf(runs: readonly number[]): Promise<(rng: Rng) => readonly Scope[]> {
  const groups = (await listGroups(1000)).map(({ group }) => group)
  return (rng) => [{}, { group: rng.pick(groups) }, { run: rng.pick(runs) }]
}

async function measured(
  requests: number,
  scopes: (rng: Rng) => readonly Scope[],
  answer: (scope: Scope) => Promise<unknown>,
): Promise<Latencies> {
  const rng = Rng.seeded(0, 'hints benchmark')
  const times: number[] = []
  for (let index = 0; index < requests; index++) {
    const of = scopes(rng)
    const scope = of[index % of.length] ?? {}
    times.push(await timed(async () => JSON.stringify(await answer(scope))))
  }
  return latencies(times)
}

function optionsOf(args: string[]) {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args,
    options: { events: text, runs: text, requests: text, json: { type: 'boolean' } },
    allowPositionals: false,
  })
  const count = (given: string | undefined, usual: number, least: number) => {
    const value = Number(given ?? usual)
    if (!Number.isInteger(value) || value < least) throw new AppError('BAD_INPUT', usage)
    return value
  }
  return {
    events: count(values.events, 10_000_000, 1000),
    runs: count(values.runs, 200, 4),
    requests: count(values.requests, 120, 3),
    json: values.json === true,
  }
}
