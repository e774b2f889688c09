import { describe, expect, it } from 'vitest'
import { readScalar, readScalars, scalarsText, scalarText } from './scalar-text'

const values = ['a', '', ' a ', '3', 'true', '"x"', 'a, b', 3, -2.5, 0, true, false, null]

describe('values as one types them', () => {
  it('come back as what they were', () => {
    for (const value of values) expect(readScalar(scalarText(value))).toBe(value)
  })

  it('come back as a list', () => {
    expect(readScalars(scalarsText(values))).toEqual(values)
    expect(readScalars('l, w , ,c')).toEqual(['l', 'w', 'c'])
    expect(readScalars('')).toEqual([])
  })

  it('are texts unless they look like something else', () => {
    expect([readScalar('12'), readScalar('012'), readScalar('None'), readScalar('null')]).toEqual([
      12,
      '012',
      'None',
      null,
    ])
  })
})
