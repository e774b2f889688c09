import type { ApiOutput } from '@/components/data/api-types'
import { partitions, splits } from '@/server/core/tasks/task'
import type { EpisodeFilterName, EpisodesViewState } from './episodes-view-state'
import { parseRange, type Range, rangeText } from './parse-range'

export type EpisodeChoices = ApiOutput['episodes']['choices']
export type FilterChange = Partial<EpisodesViewState>

/** A value that a filter offers. */
export interface FilterValue {
  readonly text: string
  readonly detail?: string
  readonly change: FilterChange
}

/** One thing that episodes are filtered by, as the filter field and the chips know it. */
export interface EpisodeFilter {
  readonly name: string
  readonly label: string
  /** What may be typed. */
  readonly help: string
  readonly fields: readonly EpisodeFilterName[]
  readonly values: (choices: EpisodeChoices, view: EpisodesViewState) => readonly FilterValue[]
  /** A typed value that is not among the offered ones; null when it cannot be one. */
  readonly read: (text: string) => FilterChange | null
  /** The active value in words; null: not active. */
  readonly describe: (view: EpisodesViewState, choices: EpisodeChoices) => string | null
}

const nothing = () => null
const positive = (text: string) => (/^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : null)

const runFilter: EpisodeFilter = {
  name: 'run',
  label: 'Run',
  help: 'number or name',
  fields: ['run'],
  values: ({ runs }) =>
    runs.map(({ id, name }) => ({ text: `#${id}`, detail: name, change: { run: id, group: null } })),
  read: (text) => {
    const run = positive(text.replace(/^#/, ''))
    return run === null ? null : { run, group: null }
  },
  describe: ({ run }, { runs }) => {
    if (run === null) return null
    const name = runs.find(({ id }) => id === run)?.name
    return name ? `#${run} ${name}` : `#${run}`
  },
}

const stageFilter: EpisodeFilter = {
  name: 'stage',
  label: 'Stage',
  help: 'number',
  fields: ['stage'],
  values: ({ runs }, view) =>
    stageNames(runs, view.run).map((name, stage) => ({ text: String(stage + 1), detail: name, change: { stage } })),
  read: (text) => {
    const number = positive(text)
    return number === null || number > 32_768 ? null : { stage: number - 1 }
  },
  describe: ({ run, stage }, { runs }) => {
    if (stage === null) return null
    const name = run === null ? undefined : stageNames(runs, run)[stage]
    return name ? `${stage + 1} ${name}` : String(stage + 1)
  },
}

/** Of the run, or of the run with the most stages. */
function stageNames(runs: EpisodeChoices['runs'], run: number | null): readonly string[] {
  const wanted = runs.find(({ id }) => id === run)
  if (wanted) return wanted.stages
  return runs.reduce<readonly string[]>((most, { stages }) => (stages.length > most.length ? stages : most), [])
}

const stepsFilter: EpisodeFilter = {
  name: 'step',
  label: 'Training step',
  help: '12 or 10-20',
  fields: ['fromStep', 'toStep'],
  values: () => [],
  read: (text) => {
    const range = parseRange(text)
    if (!range || !ends(range).every((end) => Number.isInteger(end) && end >= 0 && end < 2 ** 31)) return null
    return { fromStep: range.from, toStep: range.to }
  },
  describe: ({ fromStep, toStep }) => rangeText({ from: fromStep, to: toStep }),
}

const rewardFilter: EpisodeFilter = {
  name: 'reward',
  label: 'Reward',
  help: '1, >=0.5 or 0.2-0.8',
  fields: ['rewardMin', 'rewardMax'],
  values: () => [
    { text: '0', detail: 'nothing earned', change: { rewardMin: 0, rewardMax: 0 } },
    { text: '≥ 1', detail: 'all turns, or the syntax of some', change: { rewardMin: 1, rewardMax: null } },
  ],
  read: (text) => {
    const range = parseRange(text)
    if (!range || !ends(range).every((end) => Math.abs(end) <= 1e6)) return null
    return { rewardMin: range.from, rewardMax: range.to }
  },
  describe: ({ rewardMin, rewardMax }) => rangeText({ from: rewardMin, to: rewardMax }),
}

const ends = ({ from, to }: Range) => [from, to].filter((end) => end !== null)

interface TurnFilter {
  readonly name: string
  readonly label: string
  readonly help: string
  readonly field: 'turn' | 'failingTurn'
}

const turnFilter = ({ name, label, help, field }: TurnFilter): EpisodeFilter => ({
  ...{ name, label, help, fields: [field] },
  values: () => [0, 1, 2, 3].map((turn) => ({ text: String(turn + 1), change: { [field]: turn } })),
  read: (text) => {
    const number = positive(text)
    return number === null || number > 32_768 ? null : { [field]: number - 1 }
  },
  describe: ({ [field]: turn }) => (turn === null ? null : String(turn + 1)),
})

interface NameFilter {
  readonly name: 'suite' | 'task' | 'domain' | 'code' | 'rule' | 'group'
  readonly label: string
  readonly help: string
  readonly offered: (choices: EpisodeChoices) => readonly string[]
}

const nameFilter = ({ name, label, help, offered }: NameFilter): EpisodeFilter => ({
  name,
  label,
  help,
  fields: [name],
  values: (choices) => offered(choices).map((text) => ({ text, change: { [name]: text } })),
  read: (text) => (text === '' || text.length > 100 ? null : { [name]: text }),
  describe: (view) => view[name],
})

interface ChoiceFilter {
  readonly name: EpisodeFilterName
  readonly label: string
  readonly help: string
  readonly of: readonly { readonly value: string | boolean; readonly text: string; readonly detail?: string }[]
}

const choiceFilter = ({ name, label, help, of }: ChoiceFilter): EpisodeFilter => ({
  name,
  label,
  help,
  fields: [name],
  values: () => of.map(({ value, ...words }) => ({ ...words, change: { [name]: value } })),
  read: nothing,
  describe: (view) => of.find(({ value }) => value === view[name])?.text ?? null,
})

const named = (values: readonly string[]) => values.map((value) => ({ value, text: value }))

export const episodeFilters: readonly EpisodeFilter[] = [
  runFilter,
  stageFilter,
  stepsFilter,
  choiceFilter({ name: 'partition', label: 'Tasks', help: 'training, validation or test', of: named(partitions) }),
  choiceFilter({ name: 'split', label: 'Split', help: 'kind of dialogue', of: named(splits) }),
  nameFilter({ name: 'suite', label: 'Suite', help: 'name of the tasks’ suite', offered: () => [] }),
  nameFilter({ name: 'task', label: 'Task', help: 'key, or words of its opening', offered: () => [] }),
  nameFilter({ name: 'domain', label: 'Domain', help: 'simulated service', offered: ({ domains }) => domains }),
  choiceFilter({
    name: 'kind',
    label: 'Kind',
    help: 'whole episodes or branches',
    of: [
      { value: 'episode', text: 'whole episodes' },
      { value: 'branch', text: 'branches', detail: 'rollouts that start at a turn of another episode' },
    ],
  }),
  choiceFilter({
    name: 'success',
    label: 'Outcome',
    help: 'succeeded or failed',
    of: [
      { value: true, text: 'succeeded' },
      { value: false, text: 'failed' },
    ],
  }),
  rewardFilter,
  turnFilter({ name: 'turn', label: 'Turn', help: 'was played', field: 'turn' }),
  turnFilter({
    ...{ name: 'failing-turn', label: 'Failing turn', help: 'first turn without reward' },
    field: 'failingTurn',
  }),
  nameFilter({ name: 'code', label: 'Error code', help: 'some call failed with it', offered: ({ codes }) => codes }),
  nameFilter({ name: 'rule', label: 'Hint rule', help: 'was shown', offered: ({ rules }) => rules }),
  choiceFilter({
    name: 'recovered',
    label: 'After a hint',
    help: 'recovered or not',
    of: [
      { value: true, text: 'recovered' },
      { value: false, text: 'no recovery', detail: 'or no hint shown' },
    ],
  }),
  choiceFilter({
    name: 'formatErrors',
    label: 'Format errors',
    help: 'some or none',
    of: [
      { value: true, text: 'some' },
      { value: false, text: 'none' },
    ],
  }),
  nameFilter({ name: 'group', label: 'Rollout group', help: 'key of the group', offered: () => [] }),
]

export interface ActiveFilter {
  readonly filter: EpisodeFilter
  readonly text: string
  /** The view without this filter. */
  readonly without: EpisodesViewState
}

/** The filters of a view in words, in the order of the filter list. */
export function activeFilters(view: EpisodesViewState, choices: EpisodeChoices): ActiveFilter[] {
  return episodeFilters.flatMap((filter) => {
    const text = filter.describe(view, choices)
    if (text === null) return []
    const cleared = Object.fromEntries(filter.fields.map((field) => [field, null]))
    return [{ filter, text, without: { ...view, ...cleared, after: null } }]
  })
}
