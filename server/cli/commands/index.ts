import type { CommandTable } from './command'

/** `npm run envtune -- <name>` */
export const envtuneCommands: CommandTable = {
  'check-environment': {
    summary: 'check an environment of your own, its suite and its hints: check-environment <folder> [--json]',
    load: async () => (await import('./check-environment')).checkEnvironmentCommand,
  },
  conformance: {
    summary: 'replay recordings of the benchmark environment and compare: conformance <folder> [--data <folder>]',
    load: async () => (await import('./conformance')).conformanceCommand,
  },
  episodes: {
    summary: 'export episodes, import those of others: episodes export --run <number> | episodes import <file>',
    load: async () => (await import('./episodes')).episodesCommand,
  },
  evaluate: {
    summary: 'evaluate a chat model: evaluate --endpoint <name or address> [--model <name>] [--suite <name>] [--json]',
    load: async () => (await import('./evaluate')).evaluateCommand,
  },
  hints: {
    summary: 'sets of hint rules: hints export <set> | hints import <file> | hints lint <file or set>',
    load: async () => (await import('./hints')).hintsCommand,
  },
  launch: {
    summary: 'launch a training run: launch --suite <name> [--watch] [--seed N] [--set key=value] [--json]',
    load: async () => (await import('./launch')).launchCommand,
  },
  suites: {
    summary:
      'list suites, import your own and benchmarks: suites | suites import <folder> | suites import-bfcl <folder>',
    load: async () => (await import('./suites')).suitesCommand,
  },
  verify: {
    summary: 'play every recorded episode of a run again and compare it with its record: verify --run <number>',
    load: async () => (await import('./verify')).verifyCommand,
  },
  tokens: {
    summary: 'API tokens for scripts: tokens list | tokens create <name> [--role editor] | tokens revoke <id>',
    load: async () => (await import('./tokens')).tokensCommand,
  },
}

/** `npm run bench -- <name>` */
export const benchCommands: CommandTable = {
  series: {
    summary: 'how fast series are answered and drawn with 50 million points: series [--runs N] [--points N] [--json]',
    load: async () => (await import('../bench/series')).benchSeries,
  },
  seed: {
    summary: 'fill the series benchmark’s database with made-up runs: seed [--runs 500] [--points 50000000]',
    load: async () => (await import('../bench/seed')).benchSeed,
  },
  episodes: {
    summary: 'how fast episodes are found among a million, and a huge one opens: episodes [--episodes N] [--json]',
    load: async () => (await import('../bench/episodes')).benchEpisodes,
  },
  hints: {
    summary: 'how fast the hint ledger is answered with 10 million failing calls: hints [--events N] [--json]',
    load: async () => (await import('../bench/hints')).benchHints,
  },
  env: {
    summary: 'ground-truth calls per second of the environment: env --bfcl <folder> [--json]',
    load: async () => (await import('../bench/env')).benchEnv,
  },
  'env-server': {
    summary: 'many sessions on the environment server: env-server --bfcl <folder> [--sessions 1000] [--json]',
    load: async () => (await import('../bench/env-server')).benchEnvServer,
  },
  tracking: {
    summary:
      'the mlflow client’s points per second, here and with mlflow’s own server: tracking [--batches N] [--json]',
    load: async () => (await import('../bench/tracking')).benchTracking,
  },
  policy: {
    summary:
      'what the built-in policy reaches, over seeds and ablations: policy [--seeds 0-4] [--only <arms>] [--json]',
    load: async () => (await import('../bench/policy')).benchPolicy,
  },
}
