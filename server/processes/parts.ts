import type { Config } from '@/server/config'
import { hasLiveWorker } from '@/server/db/workers'
import { answersHttp } from './answers-http'
import type { Part } from './part'

const typescript = ['--import', 'tsx']

export interface Urls {
  readonly url: string
  readonly envUrl: string
}

/** Where a browser and a trainer on this machine find us. */
export function urlsOf(config: Config): Urls {
  const host = isEverywhere(config.host) ? 'localhost' : config.host.includes(':') ? `[${config.host}]` : config.host
  return { url: `http://${host}:${config.port}`, envUrl: `http://${host}:${config.envPort}` }
}

/** The pages, and in front of them the routes that trainers log to. */
export function webPart(config: Config, databaseUrl: string): Part {
  return {
    name: 'web',
    args: ['server/web/main.mjs', config.host, String(config.port)],
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', DATABASE_URL: databaseUrl },
    isReady: () => answersHttp(urlsOf(config).url),
    stopPatienceMs: 2_000,
  }
}

/** The environment server. */
export function envServerPart(config: Config, databaseUrl: string): Part {
  return {
    name: 'env-server',
    // what a step allocates is garbage after it: room for many steps spares most of the collector's work
    args: ['--max-semi-space-size=64', ...typescript, 'server/env-server/main.ts'],
    env: {
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      HOST: config.host,
      ENVTUNE_ENV_PORT: String(config.envPort),
    },
    isReady: () => answersHttp(`${urlsOf(config).envUrl}/health`),
    stopPatienceMs: 3_000,
  }
}

/** Drives runs. It may need some time to end: its trainers finish what they have begun to write. */
export function workerPart(databaseUrl: string): Part {
  return {
    name: 'worker',
    args: [...typescript, 'server/worker/main.ts'],
    env: { NODE_ENV: 'production', DATABASE_URL: databaseUrl },
    isReady: hasLiveWorker,
    stopPatienceMs: 10_000,
  }
}

function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}
