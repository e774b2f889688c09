import { describe, expect, it } from 'vitest'
import { stepOutcomeCode } from './record'
import { answer, broken, call, play, powerOn, start, twoTurns } from './testing/lamp-episode'
import { lampTask } from './testing/lamp-room'

describe('an episode', () => {
  it('earns every turn when the agent does what is expected', () => {
    const record = play(start(twoTurns), [call(powerOn, "light('a')"), answer, call("light('b', 50)"), answer])
    expect(record.turns.map((turn) => turn.reward)).toEqual([1, 1])
    expect(record.rewards).toEqual({ syntax: 2, progress: 1, binary: 1 })
    expect(record).toMatchObject({ success: true, reward: 1, truncated: null, verdict: null })
    expect(record.steps.map((step) => step.outcome)).toEqual(['executed', 'turn_passed', 'executed', 'turn_passed'])
  })

  it('goes on after a failed turn and scores the later one against the expected state', () => {
    const record = play(start(twoTurns), [call(powerOn), answer, call("light('a')", "light('b', level=50)"), answer])
    expect(record.turns.map(({ reward, stateOk, execOk }) => [reward, stateOk, execOk])).toEqual([
      [0, false, false],
      [1, true, true],
    ])
    expect(record.turns[0]?.missingResults).toEqual(['{"lamp": "a", "level": 100}'])
    expect(record.turns[0]?.differences).toEqual([
      { domain: 'LampRoom', attribute: 'lamps', expected: { a: 100 }, actual: { a: 0 } },
    ])
    expect(record.rewards.progress).toBe(0.5)
  })

  it('wants each expected result as often as it is expected', () => {
    const task = lampTask([{ expected: ["level('a')", "level('b')"] }])
    expect(play(start(task), [call("level('a')"), answer]).turns[0]?.execOk).toBe(false)
    expect(play(start(task), [call("level('a')"), call("level('a')"), answer]).turns[0]?.execOk).toBe(true)
  })

  it('scores a turn 0 in which nothing was called although something was expected, whatever the state', () => {
    const task = lampTask([{ expected: ["level('a')"] }, { expected: ["level('a')"] }])
    const record = play(start(task), [call("level('a')"), answer, answer])
    expect(record.turns[1]).toMatchObject({ reward: 0, stateOk: true, execOk: true, executedCalls: 0 })
  })

  it('advances the ground truth in turns without a call, unless it is told to lag as the reference does', () => {
    const steps = [answer, call(powerOn), answer]
    const task = lampTask([{ expected: ["level('a')", powerOn, "light('a')"] }, { expected: [powerOn] }])
    expect(play(start(task), steps).turns.map((turn) => turn.reward)).toEqual([0, 0])
    const lagging = start(task, { laggingGroundTruth: true })
    expect(play(lagging, steps).turns.map((turn) => turn.reward)).toEqual([0, 1])
  })

  it('has the step outcomes of the reference implementation as numbers', () => {
    const steps = [broken, call("light('a')"), call(powerOn, "light('a')"), answer, answer]
    const record = play(start(twoTurns), steps)
    expect(record.steps.map((step) => stepOutcomeCode[step.outcome])).toEqual([-3, -2, -1, 1, 0])
  })

  it('takes an empty list of calls as the end of the turn', () => {
    const episode = start(twoTurns)
    episode.step(call(powerOn, "light('a')"))
    expect(episode.step(call())).toMatchObject({ outcome: 'turn_passed', turn: { index: 0 }, next: { index: 1 } })
  })

  it('answers a malformed step with feedback and lets the turn go on', () => {
    const episode = start(twoTurns)
    const result = episode.step(broken)
    expect(result).toMatchObject({ outcome: 'malformed', turn: null })
    expect(result.notice).toContain('<think>')
    const record = play(episode, [call(powerOn, "light('a')"), answer])
    expect(record.counts).toMatchObject({ formatErrors: 1, steps: 3 })
    expect(record.steps[0]?.observation).toBe(result.notice)
  })

  it('ends a turn by force with the step that follows five', () => {
    const episode = start(twoTurns)
    for (let i = 0; i < 5; i++) expect(episode.step(i % 2 === 0 ? broken : call(powerOn)).turn).toBeNull()
    const last = episode.step(call("light('a')"))
    expect(last.turn).toMatchObject({ reward: 1, forcedEnd: true })
    expect(last.next?.index).toBe(1)
    expect(last.episodeEnded).toBe(false)
  })

  it('scores the open turn and those never reached 0 when it is truncated', () => {
    const episode = start(twoTurns)
    episode.step(call(powerOn, "light('a')"))
    episode.truncate('length')
    const record = episode.finish()
    expect(record).toMatchObject({ truncated: 'length', rewards: { progress: 0 } })
    expect(record.turns).toHaveLength(1)
    expect(() => episode.step(answer)).toThrow('over')
  })
})

describe('the syntax reward of an episode', () => {
  it('counts a tool that answers with an error and one that raises alike', () => {
    const answered = play(start(twoTurns), [call("light('a')"), answer])
    const raised = play(start(twoTurns), [call(powerOn), call("light('z')", "level('a')"), broken, answer])
    expect(answered.rewards.syntax).toBe(1 + 0)
    expect(raised.rewards.syntax).toBeCloseTo(3 / 4 + 2 / 3)
  })
})
