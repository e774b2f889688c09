import { describe, expect, it } from 'vitest'
import type { Episode } from '@/server/core/episodes/episode'
import type { EpisodeRecord } from '@/server/core/episodes/record'
import { findMismatches } from './mismatch'
import { replayEpisode } from './replay-episode'
import { ReplayError } from './replay-error'
import { settingOf, tinyRecords } from './testing/tiny-records'
import { toldChanges } from './told-changes'

const played = new Map<string, Episode>()
const beforeOf = ({ prefix }: EpisodeRecord) => (prefix?.episode ? (played.get(prefix.episode) ?? null) : null)
const replay = (record: EpisodeRecord) => replayEpisode(record, settingOf(record), beforeOf(record))
const mismatchesOf = (record: EpisodeRecord) => findMismatches(record, replay(record))

const replayedAll = tinyRecords.map((record) => {
  const replayed = replay(record)
  played.set(record.id, replayed.episode)
  return { record, replayed }
})

const find = (wanted: (record: EpisodeRecord) => boolean): EpisodeRecord => {
  const record = tinyRecords.find(wanted)
  if (!record) throw new Error('the tiny run has no such episode')
  return record
}

describe('playing recorded calls again', () => {
  it('gives every record of a run, branches and reset states included', () => {
    expect(tinyRecords.some(({ prefix }) => prefix !== null && prefix.startTurn > 0)).toBe(true)
    expect(tinyRecords.some(({ prefix }) => prefix?.stateReset)).toBe(true)
    expect(tinyRecords.some(({ kind }) => kind === 'episode')).toBe(true)
    for (const { record, replayed } of replayedAll) expect(findMismatches(record, replayed)).toEqual([])
  })

  it('refuses a branch without the episode that it starts at', () => {
    const branch = find(({ prefix }) => (prefix?.startTurn ?? 0) > 0)
    expect(() => replayEpisode(branch, settingOf(branch), null)).toThrow(ReplayError)
  })

  it('refuses calls that cannot be read', () => {
    const record = find(({ steps }) => steps.some(({ calls }) => calls.length > 0))
    const steps = record.steps.map((step) => ({
      ...step,
      text: 'nothing',
      calls: step.calls.map((call) => ({ ...call, expression: 'no call (' })),
    }))
    expect(() => replay({ ...record, steps })).toThrow(/step \d+ are neither call expressions/)
  })
})

describe('a record that was changed', () => {
  const whole = { turn: null, step: null, call: null }
  const failing = find(({ kind, turns, steps }) => {
    const calls = steps[0]?.calls ?? []
    return kind === 'episode' && turns[0]?.reward === 0 && turns[0].differences.length > 0 && calls.length > 0
  })
  const [turn, step] = [failing.turns[0], failing.steps[0]]
  if (!turn || !step) throw new Error('unreachable')

  it('is found out by the reward of a turn', () => {
    const turns = [{ ...turn, reward: 1 }, ...failing.turns.slice(1)]
    const at = { turn: 0, step: null, call: null }
    expect(mismatchesOf({ ...failing, turns })).toEqual([{ ...at, field: 'reward', recorded: 1, recomputed: 0 }])
  })

  it('is found out by the reward of the episode, to single precision', () => {
    expect(mismatchesOf({ ...failing, reward: Math.fround(failing.reward) })).toEqual([])
    const recorded = failing.reward + 0.25
    expect(mismatchesOf({ ...failing, reward: recorded })).toMatchObject([{ ...whole, field: 'reward', recorded }])
  })

  it('is found out by the state', () => {
    const turns = [{ ...turn, differences: [] }, ...failing.turns.slice(1)]
    expect(mismatchesOf({ ...failing, turns })).toMatchObject([{ turn: 0, field: 'differences', recorded: [] }])
  })

  it('is found out by a result', () => {
    const calls = step.calls.map((call) => ({ ...call, standard: 'something else' }))
    const steps = [{ ...step, calls }, ...failing.steps.slice(1)]
    expect(mismatchesOf({ ...failing, steps })[0]).toMatchObject({ step: 0, call: 0, field: 'standard' })
  })

  it('is found out by steps after its end', () => {
    const last = failing.steps.at(-1)
    const extra = { ...step, turn: 9, step: failing.steps.length }
    expect(last).toBeDefined()
    expect(mismatchesOf({ ...failing, steps: [...failing.steps, extra] })).toMatchObject([
      { ...whole, field: 'steps', recorded: failing.steps.length + 1, recomputed: failing.steps.length },
    ])
  })

  it('is found out by a turn that was left away', () => {
    expect(mismatchesOf({ ...failing, turns: failing.turns.slice(1) })).toMatchObject([
      { turn: 0, field: 'played', recorded: false, recomputed: true },
    ])
  })
})

describe('another setting', () => {
  const isHinted = ({ steps }: EpisodeRecord) => steps.some(({ calls }) => calls.some(({ hinted }) => hinted !== null))
  const hinted = find((record) => record.feedback === 'standard' && isHinted(record))
  const later = (record: EpisodeRecord) => (record.prefix?.startTurn ?? 0) > 0 && isHinted(record)

  it.each([
    ['a whole episode', find((record) => record.kind === 'episode' && isHinted(record))],
    ['a branch from a later turn', find(later)],
  ])('changes what %s would be told exactly where a hint matches', (_, was) => {
    const feedback = was.feedback === 'standard' ? 'augmented' : 'standard'
    const { record } = replayEpisode(was, { ...settingOf(was), feedback }, beforeOf(was))
    const { changes, results } = toldChanges(was, record)
    const expected = was.steps.flatMap(({ calls }) => calls.filter((call) => call.hinted !== null))
    expect(results).toBe(was.steps.reduce((sum, { calls }) => sum + calls.length, 0))
    expect(changes.map(({ before, after, ruleBefore, ruleAfter }) => [before, after, ruleBefore, ruleAfter])).toEqual(
      expected.map(({ standard, hinted: hint, rule }) =>
        feedback === 'augmented' ? [standard, hint, null, rule] : [hint, standard, rule, null],
      ),
    )
  })

  it('of the same feedback changes nothing', () => {
    expect(toldChanges(hinted, replay(hinted).record).changes).toEqual([])
  })
})
