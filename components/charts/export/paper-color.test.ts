import { describe, expect, it } from 'vitest'
import { paperColor } from './paper-color'

describe('colours on paper', () => {
  it('are the same colours, said in sRGB', () => {
    expect(paperColor('oklch(1 0 0)', false)).toBe('#ffffff')
    expect(paperColor('oklch(0 0 0)', false)).toBe('#000000')
    expect(paperColor('oklch(0.628 0.2577 29.23)', false)).toMatch(/^#ff0[0-3]0[0-3]$/)
  })
  it('are as dark as in the light theme, whichever theme is on', () => {
    expect(paperColor('oklch(0.76 0.13 255)', true)).toBe(paperColor('oklch(0.55 0.13 255)', false))
  })
  it('are ink where no colour is said', () => {
    expect(paperColor('currentColor', true)).toBe('#333333')
  })
})
