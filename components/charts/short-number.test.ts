import { describe, expect, it } from 'vitest'
import { axisNumbers, shortNumber } from './short-number'

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

describe('the numbers of an axis', () => {
  const evened = (texts: readonly string[]) => axisNumbers(texts, 'linear')

  it('have as many decimals as the one that needs most, but for zero', () => {
    expect(evened(['2.00', '2.50', '3.00'])).toEqual(['2.0', '2.5', '3.0'])
    expect(evened(['0', '0.0500', '0.100'])).toEqual(['0', '0.05', '0.10'])
    expect(evened(['−10\u00a0%', '0\u00a0%', '2.5\u00a0%'])).toEqual(['−10.0\u00a0%', '0\u00a0%', '2.5\u00a0%'])
  })
  it('have each their own where the scale is not linear', () => {
    expect(axisNumbers(['0.0100', '1.00', '100'], 'log')).toEqual(['0.01', '1', '100'])
  })
  it('stay whole where all are, and powers of ten as they are', () => {
    expect(evened(['0', '500', '1,000'])).toEqual(['0', '500', '1,000'])
    expect(evened(['1.00e−6', '0.5'])).toEqual(['1e−6', '0.5'])
  })
})
