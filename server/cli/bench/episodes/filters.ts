import type { EpisodeSort } from '@/server/core/episodes/episode-sorts'

/** What the benchmark asks: a filter of the list, or several alike that take turns. */
export interface Asked {
  readonly filters: readonly string[]
  readonly sort?: EpisodeSort
  readonly reverse?: boolean
  /** How many pages are turned first; the further ones are measured. */
  readonly pages?: number
}

/** What occurs in the database, to be asked for. */
export interface Known {
  readonly runs: readonly number[]
  readonly tasks: readonly string[]
  readonly groups: readonly string[]
  /** Most frequent first. */
  readonly codes: readonly string[]
  readonly rules: readonly string[]
  readonly domains: readonly string[]
}

const each = (values: readonly (string | number)[], filter: (value: string) => string) =>
  values.map((value) => filter(typeof value === 'number' ? String(value) : `"${value}"`))

/** Every filter of the product alone, three of them together, every order, and pages far behind. */
export function askedOf({ runs, tasks, groups, codes, rules, domains }: Known): Readonly<Record<string, Asked>> {
  const some = <T>(values: readonly T[]) => [0, 0.25, 0.5, 0.75, 1].flatMap((at) => pick(values, at))
  const run = some(runs)[1] ?? 1
  const oldest = Math.min(...runs)
  const [rare, common] = [codes.at(-1), codes[0]]
  return {
    none: { filters: [''] },
    run: { filters: each(some(runs), (value) => `run = ${value}`) },
    stage: { filters: ['stage = 1', 'stage = 2', 'stage = 3', 'stage = 4', 'stage = none'] },
    step: { filters: ['step = 3', 'step >= 5 step <= 7', 'step > 14', 'step = 0'] },
    split: { filters: ['split = base', 'split = miss_func', 'split = miss_param', 'split = long_context'] },
    task: { filters: [...each(some(tasks), (value) => `task = ${value}`), 'task: vehicle'] },
    domain: { filters: each(domains, (value) => `domain = ${value}`) },
    reward: { filters: ['reward = 1', 'reward >= 0.5', 'reward < 0.2', 'reward > 1.2', 'reward = 0.375'] },
    'failing turn': { filters: ['failing-turn = 1', 'failing-turn = 2', 'failing-turn >= 4', 'failing-turn = none'] },
    'error code': { filters: each(some(codes), (value) => `code = ${value}`) },
    'hint rule': { filters: each(some(rules), (value) => `rule = ${value}`) },
    'format error': { filters: ['format-errors > 0', 'format-errors >= 3', 'format-errors = 0'] },
    text: { filters: ['login', 'ticket', 'refund', '"not found"', 'book_flight', 'zebra', 'order cancel', 'reserv*'] },
    outcome: { filters: ['outcome = succeeded', 'outcome = failed', 'outcome = invalid'] },
    tasks: { filters: ['partition = train', 'partition = validation', 'partition = test'] },
    kind: { filters: ['kind = branch', 'kind = episode'] },
    'rollout group': { filters: each(some(groups), (value) => `group = ${value}`) },
    recovered: { filters: ['recovered = yes', 'recovered = no'] },
    'near miss': { filters: ['near-miss = yes'] },
    surprise: { filters: ['surprise > 1', 'surprise > 3.5'] },
    'three: run, stage, outcome': { filters: each(some(runs), (value) => `run = ${value} stage = 2 outcome = failed`) },
    'three: stage, split, domain': { filters: each(domains, (value) => `stage = 3 split = base domain = ${value}`) },
    'three: code, rule, step': { filters: each(some(codes), (value) => `code = ${value} rule: login step >= 5`) },
    'three: rare code, split, outcome': { filters: [`code = "${rare}" split = base outcome = failed`] },
    'three: reward, failing turn, partition': { filters: ['reward > 0 failing-turn = 2 partition = test'] },
    'three: text, stage, format errors': {
      filters: ['login stage = 2 format-errors > 0', 'ticket stage = 1 format-errors > 0'],
    },
    'three that nothing has': { filters: [`stage = 1 code = "${common}" recovered = yes`] },
    'not and or': { filters: [`(code = "${common}" or format-errors > 2) not split = base`] },
    'by reward': { filters: ['', `run = ${run}`, 'split = base'], sort: 'reward' },
    'by reward, least first': { filters: ['', `run = ${run}`, 'stage = 2'], sort: 'reward', reverse: true },
    'by surprise': { filters: ['', `run = ${run}`, 'outcome = failed'], sort: 'surprise' },
    'by near miss': { filters: ['', `run = ${run}`, 'split = miss_func'], sort: 'near-miss' },
    'by length': { filters: ['', `run = ${run}`, 'kind = episode'], sort: 'length' },
    'deep: newest': { filters: ['', `run = ${oldest}`, 'split = base'], pages: 200 },
    'deep: by reward': { filters: ['', `run = ${run}`], sort: 'reward', pages: 200 },
    'deep: by surprise': { filters: ['', 'split = base'], sort: 'surprise', pages: 200 },
    'deep: three': { filters: ['stage = 2 split = base outcome = failed'], pages: 100 },
  }
}

const pick = <T>(values: readonly T[], at: number): T[] => {
  const value = values[Math.round(at * (values.length - 1))]
  return value === undefined ? [] : [value]
}
