import { describe, expect, it } from 'vitest'
import { shortNumber } from './short-number'

describe('a number beside a tick', () => {
  it.each([
    ['0.800', '0.8'],
    ['+20.0', '+20'],
    ['1.00e−6', '1e−6'],
    ['80\u00a0%', '80\u00a0%'],
    ['12.50\u00a0%', '12.5\u00a0%'],
    ['1,000', '1,000'],
    ['0.05', '0.05'],
    ['–', '–'],
  ])('%s is %s', (text, expected) => {
    expect(shortNumber(text)).toBe(expected)
  })
})
