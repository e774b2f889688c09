import { describe, expect, it } from 'vitest'
import { answer, call, play, powerOn, start, twoTurns } from './testing/lamp-episode'

describe('feedback', () => {
  const steps = [call("light('a')"), call(powerOn), call("light('a')"), answer]

  it('shows the standard text and records what the hint would have been', () => {
    const episode = start(twoTurns)
    expect(episode.step(call("light('a')")).calls[0]?.text).toBe('{"error": "No power."}')
    const record = play(start(twoTurns), steps)
    expect(record.steps[0]?.calls[0]).toMatchObject({
      standard: '{"error": "No power."}',
      hinted: 'Call power first.',
      rule: 'power-first',
      error: { domain: 'LampRoom', code: 'no_power', values: { lamp: 'a' } },
    })
    expect(record.toolErrors).toMatchObject([{ tool: 'light', shown: false, recovered: true }])
    expect(record.counts.hintsShown).toBe(0)
  })

  it('shows the hint with augmented feedback, and the check still compares standard texts', () => {
    const episode = start(twoTurns, { feedback: 'augmented' })
    expect(episode.step(call("light('a')")).calls[0]?.text).toBe('Call power first.')
    expect(episode.results()).toEqual(['{"error": "No power."}'])
    const record = play(start(twoTurns, { feedback: 'augmented' }), steps)
    expect(record.counts).toMatchObject({ toolErrors: 1, hintsShown: 1, hintsRecovered: 1 })
    expect(record.steps[0]?.observation).toContain('Call power first.')
    expect(record.turns[0]?.reward).toBe(1)
  })

  it('gives the standard text where no rule matches', () => {
    const episode = start(twoTurns, { feedback: 'augmented' })
    const result = episode.step(call(powerOn, "light('z')"))
    expect(result.calls[1]?.text).toBe('Error during execution: No lamp z.')
    expect(result.outcome).toBe('execution_error')
  })
})
