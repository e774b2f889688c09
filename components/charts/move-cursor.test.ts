import { describe, expect, it } from 'vitest'
import { nextPlace } from './move-cursor'

const shown = [3, 4, 5, 6]

describe('the cursor by keyboard', () => {
  it('comes in at the near end and stops at the ends of what is shown', () => {
    expect(nextPlace('ArrowRight', null, shown, 2)).toEqual({ index: 3, line: 0 })
    expect(nextPlace('ArrowLeft', null, shown, 2)).toEqual({ index: 6, line: 0 })
    expect(nextPlace('ArrowRight', { index: 6, line: 1 }, shown, 2)).toEqual({ index: 6, line: 1 })
    expect(nextPlace('Home', { index: 6, line: 1 }, shown, 2)).toEqual({ index: 3, line: 1 })
  })
  it('goes from line to line, round and round', () => {
    expect(nextPlace('ArrowUp', { index: 4, line: 0 }, shown, 3)).toEqual({ index: 4, line: 2 })
    expect(nextPlace('ArrowDown', { index: 4, line: 2 }, shown, 3)).toEqual({ index: 4, line: 0 })
  })
  it('comes back into what is shown after a zoom', () => {
    expect(nextPlace('ArrowRight', { index: 90, line: 1 }, shown, 2)).toEqual({ index: 3, line: 0 })
  })
  it('has nowhere to go in an empty chart, and leaves other keys alone', () => {
    expect(nextPlace('ArrowRight', null, [], 2)).toBeNull()
    expect(nextPlace('a', { index: 4, line: 0 }, shown, 2)).toBeNull()
  })
})
