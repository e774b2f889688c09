import { describe, expect, it } from 'vitest'
import { chosenIn, hasCondition, toggledCondition, toggledValue } from './toggle-condition'

describe('conditions that are pressed', () => {
  it('join what is written, and go again', () => {
    const once = toggledCondition('step > 3 login', 'outcome = failed')
    expect(once).toBe('step > 3 and login and outcome = failed')
    expect(hasCondition(once, 'outcome = failed')).toBe(true)
    expect(toggledCondition(once, 'outcome = failed')).toBe('step > 3 and login')
  })
  it('take the place of others about the same field', () => {
    expect(toggledCondition('outcome = succeeded run = 3', 'outcome = failed')).toBe('run = 3 and outcome = failed')
  })
  it('keep alternatives together', () => {
    expect(toggledCondition('code = a or rule = b', 'format-errors > 0')).toBe(
      '(code = a or rule = b) and format-errors > 0',
    )
    expect(hasCondition('format-errors > 0 or login', 'format-errors > 0')).toBe(false)
  })
})

describe('values that are pressed', () => {
  it('join others of their field, and go again', () => {
    const two = toggledValue('code = not_logged_in', 'code', 'ticket_unknown')
    expect(two).toBe('code = not_logged_in, ticket_unknown')
    expect(chosenIn(two, 'code')).toEqual(['not_logged_in', 'ticket_unknown'])
    expect(toggledValue(toggledValue(two, 'code', 'not_logged_in'), 'code', 'ticket_unknown')).toBe('')
  })
  it('are numbers where the field has numbers, and none where it is lacking', () => {
    expect(toggledValue('', 'stage', '2')).toBe('stage = 2')
    expect(toggledValue('stage = 2', 'stage', 'none')).toBe('stage = 2, none')
    expect(chosenIn('stage = 2, none', 'stage')).toEqual(['2', 'none'])
  })
})
