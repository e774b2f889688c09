import { describe, expect, it } from 'vitest'
import { releaseMessage } from './message-format'
import { emptyTurnWarning } from './rule-profile'
import { answer, broken, call, play, powerOn, start } from './testing/lamp-episode'
import { lampTask } from './testing/lamp-room'

describe('a turn that has to stay empty', () => {
  const missing = lampTask(
    [{ expected: [] }, { message: '', releases: ['light'], expected: [powerOn, "light('a')"] }],
    { split: 'miss_func', withheld: ['light'] },
  )

  it('earns 1 for an answer without calls; then the withheld tool is released', () => {
    const episode = start(missing)
    expect(episode.current().tools.map((tool) => tool.name)).toEqual(['power', 'level'])
    const result = episode.step(answer)
    expect(result.turn?.reward).toBe(1)
    expect(result.next?.message).toBe(releaseMessage)
    expect(result.next?.releases.map((tool) => tool.name)).toEqual(['light'])
    expect(result.next?.tools.map((tool) => tool.name)).toEqual(['power', 'level', 'light'])
  })

  it('refuses calls with a warning in training', () => {
    const episode = start(missing)
    const result = episode.step(call(powerOn))
    expect(result).toMatchObject({ outcome: 'execution_error', notice: emptyTurnWarning })
    expect(result.calls[0]?.executed).toBe(false)
    expect(episode.step(answer).turn?.reward).toBe(0)
    const record = episode.finish()
    expect(record.irrelevanceError).toBe(true)
    expect(record.counts).toMatchObject({ calls: 1, toolErrors: 0 })
    expect(record.steps[0]?.observation).toBe(emptyTurnWarning)
  })

  it('says in the warning that a tool or a parameter is missing, and leaves the state alone', () => {
    expect(emptyTurnWarning).toMatch(/a tool or a parameter .* is missing/)
    const record = play(start(missing), [call(powerOn), answer, call(powerOn, "light('a')"), answer])
    expect(record.turns[0]).toMatchObject({ reward: 0, executedCalls: 0, forcedEnd: false })
    expect(record.turns[1]).toMatchObject({ reward: 1, stateOk: true, execOk: true })
    expect(record.steps[0]?.calls).toMatchObject([{ expression: powerOn, executed: false, error: null, rule: null }])
  })

  it('earns 0 when the agent has to be stopped, whether it called or only wrote what cannot be read', () => {
    for (const step of [call(powerOn), broken]) {
      const episode = start(missing)
      for (let i = 0; i < 5; i++) expect(episode.step(step).turn).toBeNull()
      expect(episode.step(step)).toMatchObject({ turn: { reward: 0, forcedEnd: true }, next: { index: 1 } })
    }
  })

  it('counts a step that cannot be decoded as staying empty under the benchmark rules', () => {
    const record = play(start(missing, { profile: 'bfcl' }), [broken, call(powerOn, "light('a')"), answer])
    expect(record).toMatchObject({ verdict: 'valid', irrelevanceError: false, counts: { formatErrors: 1 } })
    expect(record.turns.map((turn) => turn.reward)).toEqual([1, 1])
  })

  it('executes calls under the benchmark rules and does not count them against the verdict', () => {
    const record = play(start(missing, { profile: 'bfcl' }), [
      call(powerOn),
      answer,
      call("light('a')", powerOn),
      answer,
    ])
    expect(record).toMatchObject({ success: true, verdict: 'valid', irrelevanceError: true })
    expect(record.turns.map((turn) => turn.reward)).toEqual([0, 1])
  })
})
