import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { AppError } from '@/server/app-error'

const port = z.coerce.number('a port is a number from 1 to 65535').int().min(1).max(65_535)
const optionalText = z
  .string()
  .optional()
  .transform((text) => text?.trim() || undefined)

/** Every setting of a process, from its environment. Nothing else reads process.env. */
const environment = z.object({
  /** Where the browser finds Envtune. */
  PORT: port.default(3000),
  /** The address that web and environment server listen on. Loopback unless somebody decides otherwise. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** A managed Postgres; without it an embedded one runs below the data folder. */
  DATABASE_URL: optionalText.refine((url) => !url || /^postgres(ql)?:\/\//.test(url), 'begins with postgres://'),
  /** Folder of database, logs and checkpoints. */
  ENVTUNE_DATA: optionalText,
  /** Port of the environment server; by default the one above PORT. */
  ENVTUNE_ENV_PORT: port.optional(),
  /** Further host names, separated by commas, under which people reach this machine. */
  ENVTUNE_ALLOWED_HOSTS: optionalText,
  /** Folders of environments of the user's own, separated by commas: their code runs with this process's rights. */
  ENVTUNE_ENVIRONMENTS: optionalText,
  /** Hosts inside this machine or network, separated by commas, that health webhooks may call. */
  ENVTUNE_WEBHOOK_HOSTS: optionalText,
  /** Hosts inside this machine or network, separated by commas, that may be search engines. */
  ENVTUNE_SEARCH_HOSTS: optionalText,
  /** Most episodes that the environment server keeps open at once. */
  ENVTUNE_MAX_SESSIONS: z.coerce.number().int().min(1).default(1024),
  /** How many runs the worker carries out at once; by default one for every two cores. */
  ENVTUNE_CONCURRENT_RUNS: z.coerce.number().int().min(1).max(256).optional(),
  /** Largest artifact of a run, and all of one run together, in MB. */
  ENVTUNE_MAX_ARTIFACT_MB: z.coerce.number().int().min(1).default(4_096),
  ENVTUNE_MAX_RUN_ARTIFACTS_MB: z.coerce.number().int().min(1).default(20_480),
  /** Key of an endpoint that a command names by its address. */
  ENVTUNE_ENDPOINT_KEY: optionalText,
  /** Key of a search engine that a command names by its address. */
  ENVTUNE_SEARCH_KEY: optionalText,
  /** Set by npm in what it runs. */
  npm_lifecycle_event: optionalText,
  /** A browser for the end-to-end tests. */
  CHROMIUM_PATH: optionalText,
  /** The Python of a virtual environment with Ray, for the tests against a real head. */
  ENVTUNE_RAY_PYTHON: optionalText,
  /** Where caches lie; by default ~/.cache. */
  XDG_CACHE_HOME: optionalText,
})

const settingNames = Object.keys(environment.shape)

export interface Config {
  readonly port: number
  readonly host: string
  readonly envPort: number
  readonly databaseUrl: string | undefined
  /** Absolute path of the checkout: every process runs in it. */
  readonly root: string
  readonly dataFolder: string
  readonly allowedHosts: readonly string[]
  readonly webhookHosts: readonly string[]
  readonly searchHosts: readonly string[]
  /** Absolute paths of the user's own environments. */
  readonly environmentFolders: readonly string[]
  readonly maxSessions: number
  /** Runs at once; undefined: as many as the cores allow. */
  readonly concurrentRuns: number | undefined
  /** Of an endpoint that a command names by its address. */
  readonly endpointKey: string | undefined
  /** Of a search engine that a command names by its address. */
  readonly searchKey: string | undefined
  /** Bytes of the largest artifact, and of all of one run. */
  readonly maxArtifactBytes: number
  readonly maxRunArtifactBytes: number
  readonly chromiumPath: string | undefined
  readonly rayPython: string | undefined
  /** Folder of what can be made again: benchmark databases, Python environments. */
  readonly cacheFolder: string
  /** Whether npm has started this process, and so waits for it. */
  readonly runByNpm: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

/** Settings are asked for at every query and request, and hardly ever change. */
let known: { readonly key: string; readonly config: Config } | undefined

/** Reads the settings. Throws an AppError that names the variable and what it should be. */
export function readConfig(env: Environment = process.env): Config {
  const key = JSON.stringify([process.cwd(), ...settingNames.map((name) => env[name])])
  if (known?.key !== key) known = { key, config: parseConfig(env) }
  return known.config
}

function parseConfig(env: Environment): Config {
  const parsed = environment.safeParse(env)
  if (!parsed.success) throw badSetting(parsed.error, env)
  const values = parsed.data
  const root = process.cwd()
  return {
    port: values.PORT,
    host: values.HOST,
    envPort: values.ENVTUNE_ENV_PORT ?? (values.PORT === 65_535 ? 65_534 : values.PORT + 1),
    databaseUrl: values.DATABASE_URL,
    root,
    dataFolder: resolve(/*turbopackIgnore: true*/ root, values.ENVTUNE_DATA ?? '.envtune'),
    allowedHosts: splitList(values.ENVTUNE_ALLOWED_HOSTS),
    webhookHosts: splitList(values.ENVTUNE_WEBHOOK_HOSTS),
    searchHosts: splitList(values.ENVTUNE_SEARCH_HOSTS),
    environmentFolders: splitPaths(values.ENVTUNE_ENVIRONMENTS, root),
    maxSessions: values.ENVTUNE_MAX_SESSIONS,
    concurrentRuns: values.ENVTUNE_CONCURRENT_RUNS,
    endpointKey: values.ENVTUNE_ENDPOINT_KEY,
    searchKey: values.ENVTUNE_SEARCH_KEY,
    maxArtifactBytes: values.ENVTUNE_MAX_ARTIFACT_MB * 1_000_000,
    maxRunArtifactBytes: values.ENVTUNE_MAX_RUN_ARTIFACTS_MB * 1_000_000,
    chromiumPath: values.CHROMIUM_PATH,
    rayPython: values.ENVTUNE_RAY_PYTHON,
    cacheFolder: join(values.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'envtune'),
    runByNpm: values.npm_lifecycle_event !== undefined,
  }
}

/** Address of the database. Throws when no process has started or named one. */
export function databaseUrl(): string {
  const url = readConfig().databaseUrl
  if (!url) throw new AppError('UNAVAILABLE', 'No database: start Envtune with "npm start", or set DATABASE_URL.')
  return url
}

/** Points this process, and the processes that it starts, to a database that it has just started. */
export function pointToDatabase(url: string): void {
  process.env.DATABASE_URL = url
}

/** The environment of a child process: ours, with these settings in place of its own (undefined removes one). */
export function childEnvironment(settings: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  return { ...process.env, ...settings }
}

function splitList(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')
}

function splitPaths(text: string | undefined, root: string): readonly string[] {
  const paths = (text ?? '').split(',').map((path) => path.trim())
  return [...new Set(paths.filter((path) => path !== '').map((path) => resolve(/*turbopackIgnore: true*/ root, path)))]
}

function badSetting(error: z.ZodError, env: Readonly<Record<string, string | undefined>>): AppError {
  const issue = error.issues[0]
  const name = String(issue?.path[0])
  // an address may hold a password
  const value = name === 'DATABASE_URL' ? '' : `=${JSON.stringify(env[name])}`
  return new AppError('BAD_INPUT', `${name}${value} is no valid setting: ${issue?.message}.`, name)
}
