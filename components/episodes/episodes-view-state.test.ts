import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partitions, splits } from '@/server/core/tasks/task'
import { episodeListInput } from '@/server/services/read/episode-list-input'
import {
  type EpisodesViewState,
  episodesHref,
  isFiltered,
  noFilters,
  readEpisodesView,
  withoutFilters,
} from './episodes-view-state'

const option = <T>(values: fc.Arbitrary<T>) => fc.option(values)
const step = option(fc.integer({ min: 0, max: 2 ** 31 - 1 }))
const index = option(fc.integer({ min: 0, max: 32_767 }))
const name = option(fc.string({ minLength: 1, maxLength: 60 }).filter((text) => !text.includes('\0')))
const reward = option(fc.integer({ min: -4000, max: 4000 }).map((number) => number / 1000))

const view: fc.Arbitrary<EpisodesViewState> = fc.record({
  run: option(fc.integer({ min: 1, max: 2 ** 31 - 1 })),
  kind: option(fc.constantFrom('episode' as const, 'branch' as const)),
  partition: option(fc.constantFrom(...partitions)),
  stage: index,
  fromStep: step,
  toStep: step,
  split: option(fc.constantFrom(...splits)),
  suite: name,
  task: name,
  domain: name,
  success: option(fc.boolean()),
  rewardMin: reward,
  rewardMax: reward,
  turn: index,
  failingTurn: index,
  code: name,
  rule: name,
  recovered: option(fc.boolean()),
  formatErrors: option(fc.boolean()),
  group: name,
  sort: fc.constantFrom('newest' as const, 'oldest' as const, 'reward-high' as const, 'reward-low' as const),
  after: option(fc.base64String({ minLength: 4, maxLength: 40 })),
})

const queryOf = (href: string) => Object.fromEntries(new URL(href, 'http://x').searchParams)

describe('the URL of the episode list', () => {
  it('restores the view that wrote it', () => {
    fc.assert(
      fc.property(view, (state) => {
        expect(readEpisodesView(queryOf(episodesHref(state)))).toEqual(state)
      }),
    )
  })
  it('never becomes a filter that the server refuses, whatever it says', () => {
    const anything = fc.dictionary(
      fc.constantFrom(...Object.keys(noFilters)),
      fc.oneof(fc.string(), fc.constantFrom('NaN', '-1', '1e400', '99999999999', '1.5', '\0', '0')),
    )
    fc.assert(
      fc.property(anything, (query) => {
        const state = readEpisodesView(query)
        expect(readEpisodesView(queryOf(episodesHref(state)))).toEqual(state)
        expect(episodeListInput.parse(state)).toMatchObject(state)
      }),
    )
  })
  it('is short for the first view and counts stages and turns from 1', () => {
    expect(episodesHref(noFilters)).toBe('/episodes')
    expect(episodesHref({ stage: 0, failingTurn: 1 })).toBe('/episodes?stage=1&failingTurn=2')
  })
  it('knows the links of other pages', () => {
    expect(readEpisodesView({ run: '3', fromStep: '12', toStep: '20' })).toMatchObject({
      run: 3,
      fromStep: 12,
      toStep: 20,
    })
    expect(readEpisodesView({ rule: 'ticket.login-first', code: 'not_logged_in', partition: 'test' })).toMatchObject({
      rule: 'ticket.login-first',
      code: 'not_logged_in',
      partition: 'test',
    })
  })
  it('without filters keeps the order and goes back to the first page', () => {
    const state = readEpisodesView({ run: '3', sort: 'reward-low', after: 'abc' })
    expect(isFiltered(state)).toBe(true)
    expect(withoutFilters(state)).toEqual({ ...noFilters, sort: 'reward-low' })
    expect(isFiltered(withoutFilters(state))).toBe(false)
  })
})
