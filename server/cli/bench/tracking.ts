import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { AppError } from '@/server/app-error'
import { startRunningEnvtune } from '@/server/processes/running-envtune'
import { withBenchDatabase } from './bench-database'
import { clientRates, type Load, type Rates } from './tracking/client-rates'
import { withMlflowServer } from './tracking/mlflow-server'
import { mlflowPython } from './tracking/python'

/** How it is called. */
export const usage = 'Use: tracking [--batches 80] [--singles 100] [--clients 4] [--json]'

/**
 * Points per second of the stock mlflow client, in batches of a thousand and one by one: against a running Envtune,
 * against `mlflow server` as it comes (SQLite), and against `mlflow server` on the Postgres server that Envtune uses.
 * One client alone, then several at once. What cannot be read back afterwards fails the benchmark.
 */
export async function command(args: string[]): Promise<number> {
  const { load, clients, json } = optionsOf(args)
  const python = await mlflowPython()
  const dataFolder = mkdtempSync(join(tmpdir(), 'envtune-bench-'))
  try {
    await withBenchDatabase('tracking', async (databaseUrl) => {
      const rates: Rates[] = []
      const measure = async (name: string, url: string) => {
        const one = await clientRates(python, url, { ...load, clients: 1 })
        const many = await clientRates(python, url, { ...load, clients })
        process.stdout.write(line(name, one, many, clients))
        rates.push(one, many)
      }
      const envtune = await startRunningEnvtune({ dataFolder, databaseUrl })
      try {
        await measure('Envtune', envtune.url)
      } finally {
        await envtune.stop()
      }
      await withMlflowServer(python, { folder: dataFolder, databaseUrl: null }, (url) => measure('mlflow, SQLite', url))
      await withMlflowServer(python, { folder: dataFolder, databaseUrl }, (url) => measure('mlflow, Postgres', url))
      if (json) process.stdout.write(`${JSON.stringify(summaryOf(rates, clients))}\n`)
    })
  } finally {
    rmSync(dataFolder, { recursive: true, force: true })
  }
  return 0
}

/** Rates come as one client and several, for Envtune, mlflow on SQLite, mlflow on Postgres. */
function summaryOf(rates: readonly Rates[], clients: number) {
  const of = (kind: keyof Rates, offset: number) => ({
    ours: Math.round(rates[offset]?.[kind] ?? 0),
    mlflowSqlite: Math.round(rates[2 + offset]?.[kind] ?? 0),
    mlflowPostgres: Math.round(rates[4 + offset]?.[kind] ?? 0),
  })
  const one = { batch: of('batch', 0), single: of('single', 0) }
  return { ...one, atOnce: { clients, batch: of('batch', 1), single: of('single', 1) } }
}

function line(name: string, one: Rates, many: Rates, clients: number): string {
  const rate = (value: number) => `${Math.round(value).toLocaleString('en').padStart(8)} points/s`
  return (
    `${name.padEnd(17)} batches ${rate(one.batch)}, single ${rate(one.single)};` +
    ` ${clients} clients: batches ${rate(many.batch)}, single ${rate(many.single)}\n`
  )
}

function optionsOf(args: string[]): { load: Omit<Load, 'clients'>; clients: number; json: boolean } {
  const { values } = parsed(args)
  const count = (text: string | undefined, usual: number) => {
    const value = Number(text ?? usual)
    if (!Number.isInteger(value) || value < 1 || value > 10_000) throw new AppError('BAD_INPUT', usage)
    return value
  }
  const load = { batches: count(values.batches, 80), singles: count(values.singles, 100) }
  return { load, clients: count(values.clients, 4), json: values.json === true }
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ args, options: { batches: text, singles: text, clients: text, json: { type: 'boolean' } } })
  } catch (error) {
    throw new AppError('BAD_INPUT', `${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}
