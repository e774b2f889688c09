import { describe, expect, it } from 'vitest'
import { completeField, putIn } from './complete-field'

const fields = ['ticket_id', 'ticket_ids', 'tool']
const options = (text: string) => completeField(text, text.length, fields)?.options

describe('completing the name of a value', () => {
  it('offers what fits behind an open brace', () => {
    expect(options('Call {')).toEqual(fields)
    expect(options('Call {tic')).toEqual(['ticket_id', 'ticket_ids'])
    expect(options('Call {ticket_id')).toEqual(['ticket_ids'])
  })

  it('offers nothing outside of braces, in a doubled one, or for what does not exist', () => {
    for (const text of ['Call', 'Call {tool}', 'Call {{', 'Call {x']) expect(options(text)).toBeUndefined()
    expect(options('Call {{{to')).toEqual(['tool'])
  })

  it('puts the name in and closes its brace once', () => {
    const text = 'Call {to now'
    const found = completeField(text, 8, fields)
    if (!found) throw new Error('nothing was offered')
    expect(putIn(text, found, 'tool')).toEqual({ text: 'Call {tool} now', caret: 11 })
    expect(putIn('Call {to}', found, 'tool')).toEqual({ text: 'Call {tool}', caret: 11 })
  })
})
