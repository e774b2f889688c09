import type { CommandTable } from './command'

/** `npm run envtune -- <name>` */
export const envtuneCommands: CommandTable = {
  'check-environment': {
    summary: 'check an environment of your own, its suite and its hints: check-environment <folder> [--json]',
    load: () => import('./check-environment'),
  },
  conformance: {
    summary: 'replay recordings of the benchmark environment and compare: conformance <folder> [--data <folder>]',
    load: () => import('./conformance'),
  },
  episodes: {
    summary: 'export episodes, import those of others: episodes export --run <number> | episodes import <file>',
    load: () => import('./episodes'),
  },
  evaluate: {
    summary: 'evaluate a chat model: evaluate --endpoint <name or address> [--model <name>] [--suite <name>] [--json]',
    load: () => import('./evaluate'),
  },
  'fork-test': {
    summary: 'does a hint help? fork-test --run <number> (--rule <id> | --error <domain/tool/CODE> | --all) [--json]',
    load: () => import('./fork-test'),
  },
  hints: {
    summary: 'sets of hint rules: hints export <set> | hints import <file> | hints lint <file or set>',
    load: () => import('./hints'),
  },
  launch: {
    summary: 'launch a training run: launch --suite <name> [--watch] [--seed N] [--set key=value] [--json]',
    load: () => import('./launch'),
  },
  suites: {
    summary:
      'list suites, import your own and benchmarks: suites | suites import <folder> | suites import-bfcl <folder>',
    load: () => import('./suites'),
  },
  verify: {
    summary: 'play every recorded episode of a run again and compare it with its record: verify --run <number>',
    load: () => import('./verify'),
  },
  tokens: {
    summary: 'API tokens for scripts: tokens list | tokens create <name> [--role editor] | tokens revoke <id>',
    load: () => import('./tokens'),
  },
}

/** `npm run bench -- <name>` */
export const benchCommands: CommandTable = {
  series: {
    summary: 'how fast series are answered and drawn with 50 million points: series [--runs N] [--points N] [--json]',
    load: () => import('../bench/series'),
  },
  seed: {
    summary: 'fill the series benchmark’s database with made-up runs: seed [--runs 500] [--points 50000000]',
    load: () => import('../bench/seed'),
  },
  episodes: {
    summary: 'how fast episodes are found among a million, and a huge one opens: episodes [--episodes N] [--json]',
    load: () => import('../bench/episodes'),
  },
  hints: {
    summary: 'how fast the hint ledger is answered with 10 million failing calls: hints [--events N] [--json]',
    load: () => import('../bench/hints'),
  },
  env: {
    summary: 'ground-truth calls per second of the environment: env --bfcl <folder> [--json]',
    load: () => import('../bench/env'),
  },
  'env-server': {
    summary: 'many sessions on the environment server: env-server --bfcl <folder> [--sessions 1000] [--json]',
    load: () => import('../bench/env-server'),
  },
  tracking: {
    summary:
      'the mlflow client’s points per second, here and with mlflow’s own server: tracking [--batches N] [--json]',
    load: () => import('../bench/tracking'),
  },
  policy: {
    summary:
      'what the built-in policy reaches, over seeds and ablations: policy [--seeds 0-4] [--only <arms>] [--json]',
    load: () => import('../bench/policy'),
  },
}
