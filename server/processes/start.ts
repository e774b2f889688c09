import { join } from 'node:path'
import { AppError } from '@/server/app-error'
import { since, step } from '@/server/cli/bootstrap/progress.mjs'
import { type Config, pointToDatabase, readConfig } from '@/server/config'
import { disconnectDatabase } from '@/server/db/client'
import { warmSeries } from '@/server/db/warm-series'
import { seedBuiltins } from '@/server/services/runs/seed-builtins'
import { buildPages, needsBuild } from './build'
import { checkPort } from './check-port'
import { cleanUpLater, exitWithOnInterrupt } from './clean-up'
import { openDatabase } from './database'
import { endWithParent } from './end-with-parent'
import { announceInstance, findInstances, withdrawInstance } from './instance'
import { keepDatabase } from './keep-database'
import { isUntouched, launchStarter } from './launch-starter'
import { applyMigrations } from './migrations/apply-migrations'
import { envServerPart, urlsOf, webPart, workerPart } from './parts'
import { supervise } from './supervisor'

export interface StartOptions {
  /** With an empty database, import the starter suite and launch the starter run. */
  readonly withStarter: boolean
}

const say = (line: string) => process.stderr.write(`${line}\n`)

/** Starts everything, prints the address and stays until somebody interrupts it. */
export async function start(options: StartOptions): Promise<never> {
  exitWithOnInterrupt(0)
  const endings: (() => Promise<void>)[] = []
  const later = (cleanUp: () => Promise<void>) => endings.push(cleanUpLater(cleanUp))
  try {
    const config = readConfig()
    if (config.runByNpm) endWithParent()
    await startAll(config, options, later)
  } catch (error) {
    for (const end of endings.reverse()) await end()
    throw error
  }
  return await new Promise<never>(() => {})
}

type Later = (cleanUp: () => Promise<void>) => void

async function startAll(config: Config, options: StartOptions, later: Later): Promise<void> {
  refuseSecond(config)
  await checkPort(config.port, config.host, 'PORT')
  await checkPort(config.envPort, config.host, 'ENVTUNE_ENV_PORT')
  const url = await startDatabase(config, later)
  if (needsBuild(config.root)) await step('Building the pages', () => buildPages(config.root))
  await startParts(config, url, later)
  if (options.withStarter && (await isUntouched())) {
    await step('Importing the starter suites and launching the starter run', launchStarter)
  }
  const { url: address } = urlsOf(config)
  process.stdout.write(`\nEnvtune runs at ${address}  (up in ${since(0)}; Ctrl-C stops it)\n`)
}

function refuseSecond(config: Config): void {
  const { url } = urlsOf(config)
  const running = findInstances(config.dataFolder).find((instance) => instance.url === url)
  if (!running) return
  throw new AppError(
    'CONFLICT',
    `Envtune already runs at ${url} (process ${running.supervisor.pid}). A second one beside it: PORT=${config.port + 10} npm start`,
  )
}

async function startDatabase(config: Config, later: Later): Promise<string> {
  const database = await step(
    config.databaseUrl ? 'Using the database of DATABASE_URL' : 'Starting the embedded Postgres',
    () => openDatabase(config),
    ({ moved }) => moved,
  )
  later(async () => {
    await disconnectDatabase()
    await database.release()
  })
  await step(
    'Applying migrations',
    () => applyMigrations(database.url),
    ({ length }) => (length > 0 ? `${length} applied` : 'up to date'),
  )
  pointToDatabase(database.url)
  const stopKeeping = keepDatabase(database, say)
  later(async () => stopKeeping())
  return database.url
}

async function startParts(config: Config, databaseUrl: string, later: Later): Promise<void> {
  const parts = [webPart(config, databaseUrl), envServerPart(config, databaseUrl), workerPart(databaseUrl)]
  const supervisor = supervise(parts, join(config.dataFolder, 'logs'), say)
  later(async () => {
    say('\nStopping')
    await step('Ending web, environment server and worker', () => supervisor.stop())
  })
  // what comes with the project is stored meanwhile: loading the database client takes as long as a part does
  await step('Starting web, environment server and worker', () =>
    Promise.all([supervisor.ready(), seedBuiltins(), warmSeries()]),
  )
  announceInstance(config.dataFolder, urlsOf(config))
  later(async () => withdrawInstance(config.dataFolder))
}
