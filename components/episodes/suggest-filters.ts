import { type EpisodeChoices, type EpisodeFilter, episodeFilters, type FilterChange } from './episode-filters'
import type { EpisodesViewState } from './episodes-view-state'

/** An entry of the filter field's list: either names a filter, or sets one. */
export interface FilterSuggestion {
  readonly key: string
  readonly label: string
  readonly text: string
  readonly detail: string
  /** Null: choosing it only begins the filter; its values follow. */
  readonly change: FilterChange | null
  /** What stands in the field after choosing it. */
  readonly continues: string
}

const mostValues = 50
const mostFound = 8

/** The filter that the text begins, as in `stage: 2`, and what follows its colon. */
export function begunFilter(text: string): { readonly filter: EpisodeFilter; readonly value: string } | null {
  const colon = text.indexOf(':')
  if (colon < 0) return null
  const name = text.slice(0, colon).trim().toLowerCase()
  const filter = episodeFilters.find((other) => other.name === name || other.label.toLowerCase() === name)
  return filter ? { filter, value: text.slice(colon + 1).trim() } : null
}

/** What the filter field offers for what has been typed: filters first, then values that have the words. */
export function suggestFilters(
  text: string,
  view: EpisodesViewState,
  choices: EpisodeChoices,
  tasks: readonly { readonly key: string; readonly opening: string }[],
): FilterSuggestion[] {
  const begun = begunFilter(text)
  if (begun) return valuesOf(begun.filter, begun.value, view, choices, tasks)
  const words = text.trim().toLowerCase()
  const filters = episodeFilters.filter((filter) => has(`${filter.name} ${filter.label} ${filter.help}`, words))
  const offered = filters.map((filter) => beginning(filter))
  if (words.length < 2) return offered
  const values = episodeFilters.flatMap((filter) =>
    filter.values(choices, view).map((value) => setting(filter, value.text, value.detail ?? '', value.change)),
  )
  return [...offered, ...values.filter((value) => has(`${value.text} ${value.detail}`, words)).slice(0, mostFound)]
}

function valuesOf(
  filter: EpisodeFilter,
  typed: string,
  view: EpisodesViewState,
  choices: EpisodeChoices,
  tasks: readonly { readonly key: string; readonly opening: string }[],
): FilterSuggestion[] {
  const found =
    filter.name === 'task'
      ? tasks.map(({ key, opening }) => setting(filter, key, opening, { task: key }))
      : filter
          .values(choices, view)
          .map(({ text, detail, change }) => setting(filter, text, detail ?? '', change))
          .filter(({ text, detail }) => has(`${text} ${detail}`, typed.toLowerCase()))
  const change = filter.read(typed)
  const isOffered = found.some(({ text }) => text === typed || text === `#${typed}`)
  if (change === null || isOffered) return found.slice(0, mostValues)
  const own = setting(filter, typed, '', change)
  const isExact = ['step', 'reward', 'run', 'stage', 'turn', 'failing-turn', 'group'].includes(filter.name)
  return (isExact ? [own, ...found] : [...found, own]).slice(0, mostValues)
}

const has = (text: string, words: string) => text.toLowerCase().includes(words)

const beginning = ({ name, label, help }: EpisodeFilter): FilterSuggestion => ({
  ...{ key: name, label, text: '', detail: help },
  ...{ change: null, continues: `${label}: ` },
})

const setting = ({ name, label }: EpisodeFilter, text: string, detail: string, change: FilterChange) => ({
  ...{ key: `${name}:${text}`, label, text, detail },
  ...{ change, continues: '' },
})
