import { describe, expect, it } from 'vitest'
import { expectedValues, leakedValues } from './ground-truth-leak'
import { knownTexts } from './known-texts'

const leaks = (text: string, calls: string[], ...known: string[]) =>
  leakedValues(text, expectedValues(calls), known).map((value) => value.text)

describe('values that ground-truth calls pass', () => {
  it('are texts and numbers, also inside lists and dictionaries, with the argument they belong to', () => {
    const call = "book('LAX', cost=12.5, seats=['4A', '4B'], extra={'meal': 'vegan'}, paid=True, note=None)"
    expect(expectedValues([call]).map(({ argument, text }) => [argument, text])).toEqual([
      [null, 'LAX'],
      ['cost', '12.5'],
      ['seats', '4A'],
      ['seats', '4B'],
      ['extra', 'vegan'],
    ])
  })

  it('leave out what gives nothing away, and calls that cannot be read', () => {
    expect(expectedValues(["cd(folder='..')", "touch(name='')", 'no call'])).toEqual([])
  })
})

describe('a hint', () => {
  const cancel = ["cancel_booking(booking_id='3318907')"]

  it('gives away an expected value that was nowhere in sight', () => {
    expect(leaks("Use booking_id='3318907'.", cancel, 'Please cancel my trip.')).toEqual(['3318907'])
  })

  it('may name what the user, a result or the error said', () => {
    expect(leaks("Use booking_id='3318907'.", cancel, 'Please cancel booking 3318907.')).toEqual([])
    expect(leaks('Fly from LAX.', ["book(travel_from='LAX')"], '{"airports": ["lax", "sfo"]}')).toEqual([])
  })

  it('gives nothing away by a part of a word or of a number', () => {
    expect(leaks('The path is wrong.', ["f(a='pat')"])).toEqual([])
    expect(leaks('At most 1250.5 is left.', ['f(a=250)', 'f(a=1250)'])).toEqual([])
  })

  it('gives away a short value only where it writes it for that argument', () => {
    expect(leaks('There are 5 of l.', ["wc(mode='l', count=5)"])).toEqual([])
    expect(leaks("Use mode='l'.", ["wc(mode='l', count=5)"])).toEqual(['l'])
    expect(leaks('Use count=5.', ["wc(mode='l', count=5)"], 'between 1 and 5')).toEqual([])
  })

  it('may write 1.0 where 1 was in sight', () => {
    expect(leaks('Use position=1.0.', ['press(position=1.0)'], 'between 0 and 1')).toEqual([])
    expect(leaks('Use position=1.0.', ['press(position=1.0)'], 'between 0 and 10')).toEqual(['1.0'])
  })
})

describe('what an agent knows when its call has failed', () => {
  const step = (turn: number, index: number, ...results: string[]) => ({
    turn,
    step: index,
    text: `message ${index}`,
    calls: results.map((standard, call) => ({ expression: `call ${index}.${call}`, standard, hinted: 'the hint' })),
  })
  const turns = [0, 1, 2].map((index) => ({ index, userMessage: `request ${index}`, expected: [] }))
  const episode = { turns, steps: [step(0, 0, 'first'), step(1, 1, 'second', 'failed', 'later'), step(1, 2, 'last')] }

  it('is what the user has said, what it wrote, and the standard results up to the failing one', () => {
    expect(knownTexts(episode, { turn: 1, step: 1, call: 1 })).toEqual([
      ...['request 0', 'request 1', 'message 0', 'call 0.0', 'first'],
      ...['message 1', 'call 1.0', 'second', 'call 1.1', 'failed'],
    ])
  })
})
