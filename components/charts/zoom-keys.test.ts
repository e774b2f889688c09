import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zoomByKey } from './zoom-keys'

const whole = [0, 100] as const
const press = (key: string, zoom: readonly [number, number] | null, cursor: number | null = null, isShift = false) =>
  zoomByKey(key, isShift, { whole, zoom, cursor })

describe('zooming by keyboard', () => {
  it('goes closer about the cursor, which stays where it is', () => {
    expect(press('+', null, 20)).toEqual([10, 60])
    expect(press('=', null)).toEqual([25, 75])
  })
  it('goes back out until everything is shown', () => {
    expect(press('-', [40, 60], 50)).toEqual([30, 70])
    expect(press('-', [10, 70])).toBeNull()
  })
  it('pans with Shift and an arrow, and stops at the ends', () => {
    expect(press('ArrowRight', [40, 60], null, true)).toEqual([45, 65])
    expect(press('ArrowLeft', [2, 22], null, true)).toEqual([0, 20])
    expect(press('ArrowLeft', null, null, true)).toBeNull()
  })
  it('shows everything again', () => {
    expect(press('0', [40, 60])).toBeNull()
    expect(press('Escape', [40, 60])).toBeNull()
  })
  it('leaves other keys alone', () => {
    for (const key of ['ArrowLeft', 'Tab', 'a', 'Enter']) expect(press(key, [40, 60])).toBeUndefined()
    expect(press('Escape', null)).toBeUndefined()
  })
  it('never leaves the whole and never becomes narrower than a step', () => {
    const keys = fc.array(
      fc.constantFrom(['+', false], ['-', false], ['ArrowLeft', true], ['ArrowRight', true] as const),
    )
    fc.assert(
      fc.property(keys, fc.option(fc.integer({ min: 0, max: 100 })), (pressed, cursor) => {
        let zoom: readonly [number, number] | null = null
        for (const [key, isShift] of pressed) {
          zoom = zoomByKey(String(key), isShift === true, { whole, zoom, cursor }) ?? null
          if (!zoom) continue
          expect(zoom[0]).toBeGreaterThanOrEqual(0)
          expect(zoom[1]).toBeLessThanOrEqual(100)
          expect(zoom[1] - zoom[0]).toBeGreaterThanOrEqual(1 - 1e-9)
        }
      }),
    )
  })
})
