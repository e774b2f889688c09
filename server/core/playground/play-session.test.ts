import { describe, expect, it } from 'vitest'
import { lampContext, lampTask } from '@/server/core/episodes/testing/lamp-room'
import type { AugmentationSet } from '@/server/core/hints/rule'
import { expectedSide } from './expected-side'
import { playSession } from './play-session'
import type { Move, PlaygroundSession } from './session'

const hints: AugmentationSet = {
  ...{ name: 'test', version: 1, title: 'Test' },
  rules: [
    { id: 'power-first', when: { domain: 'LampRoom', code: 'no_power', all: [] }, template: 'Call power first.' },
  ],
}
const task = lampTask([{ expected: ['power(on=True)', "light('a')"] }, { expected: ["light('b', level=50)"] }])

const call = (...calls: string[]): Move => ({ kind: 'calls', calls })
const answer: Move = { kind: 'answer', text: 'Done.' }

const session = (moves: readonly Move[], changes: Partial<PlaygroundSession> = {}): PlaygroundSession => ({
  ...{ suite: { name: 'lamps', hash: 'h' }, task: 'lamps-1', domains: [], augmentation: null },
  ...{ profile: 'training', feedback: 'standard', day: lampContext.today, moves: [...moves], ...changes },
})

const play = (moves: readonly Move[], changes: Partial<PlaygroundSession> = {}, isFree = false) =>
  playSession(session(moves, changes), { task, isFree, augmentation: hints })

describe('a session in the playground', () => {
  it('tells both texts of a failing call, whichever is read', () => {
    const [step] = play([call("light('a')")]).episode.finish().steps
    expect(step?.calls[0]).toMatchObject({ standard: '{"error": "No power."}', hinted: 'Call power first.' })
    expect(step?.observation).toContain('No power.')
    const [hinted] = play([call("light('a')")], { feedback: 'augmented' }).episode.finish().steps
    expect(hinted?.observation).toContain('Call power first.')
  })

  it('says of every move what it changed, with the value before', () => {
    const { changes } = play([call("light('a')"), call('power(on=True)', "light('a')"), call("level('a')")])
    expect(changes).toEqual([
      [],
      [
        { domain: 'LampRoom', attribute: 'powered', expected: false, actual: true },
        { domain: 'LampRoom', attribute: 'lamps', expected: { a: 0 }, actual: { a: 100 } },
      ],
      [],
    ])
  })

  it('keeps the world before its last move', () => {
    const { world, worldBefore } = play([call('power(on=True)'), call("light('a')")])
    expect([worldBefore, world].map((state) => state.encode().LampRoom)).toEqual([
      { powered: true, lamps: { a: 0, b: 0, c: 0 } },
      { powered: true, lamps: { a: 100, b: 0, c: 0 } },
    ])
  })

  it('comes out the same however often it is played, and undoing is playing fewer moves', () => {
    const moves = [call('power(on=True)'), call("light('a')"), answer, call("light('b', level=50)")]
    const whole = play(moves)
    expect(play(moves).episode.finish()).toEqual(whole.episode.finish())
    expect(play(moves.slice(0, 2)).world.encode()).toEqual(play([...moves.slice(0, 2)]).world.encode())
    expect(play(moves.slice(0, 2)).changes).toEqual(whole.changes.slice(0, 2))
  })

  it('goes on to the next turn with an answer, and ends after the last', () => {
    const played = play([call('power(on=True)', "light('a')"), answer, answer, call("level('a')")])
    expect(played.episode.isOver).toBe(true)
    expect(played.movesLeft).toBe(1)
    expect(played.episode.finish().turns.map(({ reward }) => reward)).toEqual([1, 0])
  })

  it('refuses calls in a turn that has to stay empty, unless nothing is judged', () => {
    const empty = lampTask([{ expected: [] }])
    const moves = Array.from({ length: 30 }, () => call('power(on=True)'))
    const judged = playSession(session(moves), { task: empty, isFree: false, augmentation: null })
    expect(judged.world.encode()).toMatchObject({ LampRoom: { powered: false } })
    const free = playSession(session(moves), { task: empty, isFree: true, augmentation: null })
    expect(free.world.encode()).toMatchObject({ LampRoom: { powered: true } })
    expect([free.episode.isOver, free.changes.length]).toEqual([false, 30])
  })
})

describe('the expected side of a session', () => {
  const expected = (moves: readonly Move[]) => expectedSide(play(moves), task, lampContext)

  it('is what the open turn asks for, and what is still missing', () => {
    const start = expected([])
    expect(start).toMatchObject({ turn: 0, calls: ['power(on=True)', "light('a')"] })
    expect(start.missingResults).toHaveLength(2)
    expect(start.differences.map(({ attribute }) => attribute)).toEqual(['powered', 'lamps'])
    const done = expected([call('power(on=True)', "light('a')")])
    expect(done).toMatchObject({ turn: 0, missingResults: [], differences: [] })
  })

  it('goes on with the turns, whatever was done in those before', () => {
    expect(expected([answer])).toMatchObject({
      turn: 1,
      differences: [
        { attribute: 'powered', expected: true, actual: false },
        { attribute: 'lamps', expected: { a: 100, b: 50 }, actual: { a: 0, b: 0 } },
      ],
    })
  })

  it('stays at the last turn when the episode is over', () => {
    expect(expected([answer, answer])).toMatchObject({ turn: 1, calls: ["light('b', level=50)"] })
  })
})
