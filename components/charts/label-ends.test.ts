import { describe, expect, it } from 'vitest'
import { labelEnds, shortLabel } from './label-ends'

describe('a label that is too long', () => {
  it('keeps the number at its end', () => {
    expect(labelEnds('no hints #12')).toEqual({ head: 'no hints', tail: ' #12' })
    expect(shortLabel('a rather long name of a run #12', 16)).toBe('a rather lo… #12')
    expect(shortLabel('a rather long name', 10)).toBe('a rather …')
  })
  it('stays as it is when it fits', () => {
    expect(shortLabel('no hints #12', 12)).toBe('no hints #12')
    expect(labelEnds('#no number')).toEqual({ head: '#no number', tail: '' })
  })
})
