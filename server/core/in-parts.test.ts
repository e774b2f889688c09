import { expect, it } from 'vitest'
import { inParts } from './in-parts'

it('parts keep the order and leave nothing out', () => {
  expect(inParts([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
  expect(inParts([], 2)).toEqual([])
})
