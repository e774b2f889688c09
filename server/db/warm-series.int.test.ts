import { expect, it } from 'vitest'

import { warmSeries } from './warm-series'

it('what series are looked up in is read at the start, as far as there is room', async () => {
  const all = await warmSeries()
  expect(all).toBeGreaterThan(5)
  expect(await warmSeries(5)).toBe(5)
})
