import { describe, expect, it } from 'vitest'
import { pickPoint } from './pick-point'
import { prepareLines } from './prepare-lines'

const identity = (value: number) => value
const line = (points: [number, number][], more = {}) => ({ label: 'a', color: 'red', points, ...more })

describe('the point that is meant', () => {
  const training = line([
    [1, 0.1],
    [2, 0.2],
    [3, 0.3],
    [4, 0.4],
  ])
  const validation = line([
    [1, 0.9],
    [4, 0.8],
  ])
  const { rows } = prepareLines([training, validation])
  const pick = (index: number, height: number) =>
    pickPoint([training, validation], rows, { index, x: index + 1, height }, identity)

  it('is on the line nearest in height', () => {
    expect(pick(2, 0.35)).toEqual({ line: 0, fromStep: 3, toStep: 3 })
  })
  it('is the nearest measurement of a line that is measured less often', () => {
    expect(pick(2, 0.85)).toEqual({ line: 1, fromStep: 4, toStep: 4 })
    expect(pick(1, 0.85)).toEqual({ line: 1, fromStep: 1, toStep: 1 })
  })
  it('stands for all steps since the one before where points are put together', () => {
    const coarse = line(
      [
        [63, 1],
        [127, 2],
      ],
      {
        extremes: [
          [63, 0, 1],
          [127, 1, 3],
        ],
      },
    )
    expect(pickPoint([coarse], prepareLines([coarse]).rows, { index: 1, x: 127, height: 2 }, identity)).toEqual({
      ...{ line: 0, fromStep: 64, toStep: 127 },
    })
  })
  it('is none where nothing is drawn', () => {
    expect(pickPoint([], [], { index: 0, x: 0, height: 0 }, identity)).toBeNull()
  })
})
