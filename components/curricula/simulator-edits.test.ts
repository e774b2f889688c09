import { describe, expect, it } from 'vitest'
import { starterCurriculum } from '@/server/core/curriculum/default-curriculum'
import { gateAsText } from './gate-text'
import { editOf, editsInUrl, readEdits } from './simulator-edits'

const gate = starterCurriculum.stages[1]?.gate
if (!gate) throw new Error('the starter curriculum has stages')

describe('edits of gates in an address', () => {
  it('hold only what differs from the run’s own', () => {
    const typed = { ...gateAsText(gate), minSteps: '25', advanceAtLimit: false }
    expect(editOf(gate, typed)).toEqual({ minSteps: '25', advanceAtLimit: false })
    expect(editOf(gate, gateAsText(gate))).toEqual({})
  })

  it('come back as they were written', () => {
    const edits = { hints: { minSteps: '', window: '6' }, syntax: { advanceAtLimit: true } }
    expect(readEdits(editsInUrl(edits))).toEqual(edits)
  })

  it('leave the address alone when there are none', () => {
    expect(editsInUrl({ hints: {} })).toBeNull()
  })

  it.each([null, '', '{', '[]', '{"hints": {"other": "1"}}', '{"hints": {"window": 3}}'])('are none in %s', (text) => {
    expect(readEdits(text)).toEqual({})
  })
})
