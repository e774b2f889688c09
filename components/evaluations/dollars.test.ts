import { expect, it } from 'vitest'
import { dollars, tokens } from './dollars'

it('shows an unknown cost as missing, not as free', () => {
  expect([null, 0, 0.004, 1.239, 1234.5].map(dollars)).toEqual(['–', '$0.00', '< $0.01', '$1.24', '$1,234.50'])
})

it('shortens large numbers of tokens', () => {
  expect([0, 9999, 12_345, 1_234_567].map(tokens)).toEqual(['0', '9,999', '12.3 k', '1.23 M'])
})
