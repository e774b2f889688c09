import { expect, it } from 'vitest'
import { formatFigure } from './format-figure'

it('a figure has its unit and no zeros that say nothing', () => {
  expect([0.05, 0.0012345, 12].map((value) => formatFigure(value, 'nats'))).toEqual([
    '0.05\u00a0nats',
    '0.00123\u00a0nats',
    '12\u00a0nats',
  ])
  expect(formatFigure(1, 'value')).toBe('1')
  expect(formatFigure(0.255, 'share')).toBe('25.5\u00a0%')
  expect(formatFigure(90, 'seconds')).toBe('90\u00a0s')
})
