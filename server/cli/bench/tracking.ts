import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { AppError } from '@/server/app-error'
import { startRunningEnvtune } from '@/server/processes/running-envtune'
import { withBenchDatabase } from './bench-database'
import { clientRates, type Load, type Rates } from './tracking/client-rates'
import { withIdleServer } from './tracking/idle-server'
import { withMlflowServer } from './tracking/mlflow-server'
import { mlflowPython } from './tracking/python'

/** How it is called. */
export const usage = 'Use: tracking [--batches 80] [--singles 100] [--clients 4] [--json]'

/**
 * Points per second of the stock mlflow client, in batches of a thousand and one by one: against a running Envtune,
 * against `mlflow server` as it comes (SQLite), against `mlflow server` on the Postgres server that Envtune uses, and
 * against a server that does nothing, for what is the client's own share. One client alone, then several at once. What
 * cannot be read back afterwards fails the benchmark.
 */
export async function command(args: string[]): Promise<number> {
  const { load, clients, json } = optionsOf(args)
  const python = await mlflowPython()
  const folder = mkdtempSync(join(tmpdir(), 'envtune-bench-'))
  const measure = async (name: string, url: string, readBack = true): Promise<Measured> => {
    const one = await clientRates(python, url, { ...load, clients: 1, readBack })
    const many = await clientRates(python, url, { ...load, clients, readBack })
    process.stdout.write(line(name, one, many, clients))
    return { one, many }
  }
  try {
    await withBenchDatabase('tracking', async (databaseUrl) => {
      const envtune = await startRunningEnvtune({ dataFolder: folder, databaseUrl })
      const ours = await measure('Envtune', envtune.url).finally(() => envtune.stop())
      const sqlite = { folder, databaseUrl: null }
      const mlflowSqlite = await withMlflowServer(python, sqlite, (url) => measure('mlflow, SQLite', url))
      const postgres = { folder, databaseUrl }
      const mlflowPostgres = await withMlflowServer(python, postgres, (url) => measure('mlflow, Postgres', url))
      const clientAlone = await withIdleServer((url) => measure('client alone', url, false))
      const servers = { ours, mlflowSqlite, mlflowPostgres, clientAlone }
      if (json) process.stdout.write(`${JSON.stringify(summaryOf(servers, clients))}\n`)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return 0
}

interface Measured {
  readonly one: Rates
  readonly many: Rates
}

function summaryOf(servers: Readonly<Record<string, Measured>>, clients: number) {
  const of = (load: keyof Measured, kind: keyof Rates) =>
    Object.fromEntries(Object.entries(servers).map(([name, rates]) => [name, Math.round(rates[load][kind])]))
  const one = { batch: of('one', 'batch'), single: of('one', 'single') }
  return { ...one, atOnce: { clients, batch: of('many', 'batch'), single: of('many', 'single') } }
}

function line(name: string, one: Rates, many: Rates, clients: number): string {
  const rate = (value: number) => `${Math.round(value).toLocaleString('en').padStart(8)} points/s`
  return (
    `${name.padEnd(17)} batches ${rate(one.batch)}, single ${rate(one.single)};` +
    ` ${clients} clients: batches ${rate(many.batch)}, single ${rate(many.single)}\n`
  )
}

function optionsOf(args: string[]): { load: Pick<Load, 'batches' | 'singles'>; clients: number; json: boolean } {
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
