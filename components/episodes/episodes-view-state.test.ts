import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { episodeSorts } from '@/server/core/episodes/episode-sorts'
import { episodeFields } from '@/server/core/filter/episode-fields'
import { parseFilter } from '@/server/core/filter/parse-filter'
import { episodeListInput } from '@/server/services/read/episode-list-input'
import { episodeColumnNames } from './episode-column-names'
import {
  type EpisodesViewState,
  episodesHref,
  isFiltered,
  noFilters,
  readEpisodesView,
  withoutFilters,
} from './episodes-view-state'

const view: fc.Arbitrary<EpisodesViewState> = fc.record({
  filter: fc.string({ maxLength: 60 }).filter((text) => !text.includes('\0')),
  sort: fc.constantFrom(...episodeSorts),
  reverse: fc.boolean(),
  facets: fc.boolean(),
  columns: fc.shuffledSubarray([...episodeColumnNames], { minLength: 1 }),
  after: fc.option(fc.base64String({ minLength: 4, maxLength: 40 })),
})

const queryOf = (href: string) => Object.fromEntries(new URL(href, 'http://x').searchParams)
const filterOf = (query: Record<string, string>) => readEpisodesView(query).filter

describe('the URL of the episode list', () => {
  it('restores the view that wrote it', () => {
    fc.assert(
      fc.property(view, (state) => {
        expect(readEpisodesView(queryOf(episodesHref(state)))).toEqual(state)
      }),
    )
  })
  it('is short for the first view', () => {
    expect(episodesHref(noFilters)).toBe('/episodes')
    expect(episodesHref({ ...noFilters, sort: 'reward', reverse: true })).toBe('/episodes?sort=-reward')
  })
  it('without a filter keeps the order and goes back to the first page', () => {
    const state = readEpisodesView({ q: 'run = 3', sort: '-reward', after: 'abc' })
    expect(isFiltered(state)).toBe(true)
    expect(withoutFilters(state)).toEqual({ ...noFilters, sort: 'reward', reverse: true })
  })
})

describe('addresses of single filters', () => {
  it('say the same in the language, stages and turns from 1', () => {
    expect(filterOf({ run: '3', stage: '2', failingTurn: '1', turn: '4' })).toBe(
      'run = 3 and stage = 2 and turn = 4 and failing-turn = 1',
    )
    expect(filterOf({ fromStep: '12', toStep: '20', rewardMin: '0.5' })).toBe(
      'step >= 12 and step <= 20 and reward >= 0.5',
    )
    expect(filterOf({ fromStep: '12', toStep: '12' })).toBe('step = 12')
    expect(filterOf({ rule: 'ticket.login-first', code: 'not_logged_in', partition: 'test' })).toBe(
      'partition = test and code = not_logged_in and rule = ticket.login-first',
    )
    expect(filterOf({ success: 'false', recovered: 'true', formatErrors: 'true' })).toBe(
      'outcome = failed and recovered = yes and format-errors > 0',
    )
    expect(filterOf({ group: 'stage 1, task "x"' })).toBe('group = "stage 1, task \\"x\\""')
  })
  it('join a filter that is written', () => {
    expect(filterOf({ run: '3', q: 'a or b' })).toBe('run = 3 and (a or b)')
    expect(filterOf({ run: '3', q: 'login' })).toBe('run = 3 and login')
  })
  it('know the orders by their former names', () => {
    expect(readEpisodesView({ sort: 'oldest' })).toMatchObject({ sort: 'newest', reverse: true })
    expect(readEpisodesView({ sort: 'reward-low' })).toMatchObject({ sort: 'reward', reverse: true })
  })
  it('leave out orders that nobody knows, whatever they are called', () => {
    for (const sort of ['banana', '__proto__', 'constructor', '-'])
      expect(readEpisodesView({ sort })).toMatchObject({ sort: 'newest', reverse: false })
  })
  it('are written by other pages as names and indices', () => {
    expect(readEpisodesView(queryOf(episodesHref({ run: 3, stage: 0, domain: 'TicketAPI' }))).filter).toBe(
      'run = 3 and stage = 1 and domain = TicketAPI',
    )
  })
  it('never become a filter with a mistake, whatever they say', () => {
    const names = ['run', 'kind', 'partition', 'stage', 'fromStep', 'toStep', 'split', 'suite', 'task', 'success']
    const more = ['domain', 'rewardMin', 'rewardMax', 'turn', 'failingTurn', 'code', 'rule', 'recovered', 'group']
    const anything = fc.dictionary(
      fc.constantFrom(...names, ...more, 'formatErrors', 'sort', 'after'),
      fc.oneof(fc.string(), fc.constantFrom('NaN', '-1', '1e400', '99999999999', '1.5', '\0', '0', 'none', '"')),
    )
    fc.assert(
      fc.property(anything, (query) => {
        const { facets: _, columns: __, ...state } = readEpisodesView(query)
        expect(parseFilter(state.filter, episodeFields).problem).toBeNull()
        expect(episodeListInput.parse(state)).toMatchObject(state)
      }),
    )
  })
})
