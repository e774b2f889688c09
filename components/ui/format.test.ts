import { describe, expect, it } from 'vitest'
import { age, duration, missing, percent, points, quantity } from './format'

describe('numbers for people', () => {
  it('never shows a missing value as a number', () => {
    for (const show of [percent, points, quantity, duration]) expect(show(null)).toBe(missing)
  })
  it('shows shares as percent and differences as signed points', () => {
    expect(percent(0.4567)).toBe('45.7\u00a0%')
    expect(points(0.051)).toBe('+5.1')
    expect(points(-0.051)).toBe('−5.1')
  })
  it('writes every negative number with the same sign', () => {
    expect([percent(-0.05), quantity(-1234), quantity(-0.5), points(-0.05)]).toEqual([
      '−5.0\u00a0%',
      '−1,234',
      '−0.500',
      '−5.0',
    ])
  })
  it('names what is not a finite quantity', () => {
    expect([Number.NaN, Infinity, -Infinity].map(quantity)).toEqual(['NaN', '∞', '−∞'])
    expect(percent(Number.NaN)).toBe('NaN')
  })
  it('writes very small numbers with a power of ten', () => {
    expect([1e-6, -2.5e-5, 0.0001, 0].map(quantity)).toEqual(['1.00e−6', '−2.50e−5', '0.000100', '0'])
  })
  it('shows times in at most two units', () => {
    expect([5, 60, 75, 3700, 90_000].map(duration)).toEqual(['5 s', '1 min', '1 min 15 s', '1 h 1 min', '1 d 1 h'])
    expect([7200, 172_800].map(duration)).toEqual(['2 h', '2 d'])
    expect(age(new Date(0), new Date(125_000))).toBe('2 min ago')
  })
})
