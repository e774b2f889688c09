import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paperCurriculum, starterCurriculum } from '@/server/core/curriculum/default-curriculum'
import { gateAsText, readGate } from './gate-text'

const gate = starterCurriculum.stages[1]?.gate
if (!gate) throw new Error('the starter curriculum has stages')
const text = gateAsText(gate)

describe('a gate as text', () => {
  it.each([...starterCurriculum.stages, ...paperCurriculum.stages])('reads the gate of $title as it was', (stage) => {
    expect(readGate(gateAsText(stage.gate))).toEqual({ ok: true, gate: stage.gate })
  })

  it('has slopes in points and variation in percent', () => {
    expect(text).toMatchObject({ maxSlope: '0.4', maxGradientVariation: '60', minSteps: '20' })
  })

  it('reads what it wrote, for any thresholds', () => {
    const shares = fc.integer({ min: 1, max: 99_999 }).map((value) => value / 100_000)
    fc.assert(
      fc.property(shares, shares, (maxSlope, maxGradientVariation) => {
        const own = { ...gate, maxSlope, maxGradientVariation }
        expect(readGate(gateAsText(own))).toEqual({ ok: true, gate: own })
      }),
    )
  })

  it('says at each field what would be right', () => {
    const read = readGate({ ...text, minSteps: '', window: '1', maxSlope: '-1', validateEvery: '2.5', maxSteps: 'x' })
    expect(read).toEqual({
      ok: false,
      errors: {
        minSteps: 'A whole number, 0 or more.',
        maxSteps: 'A whole number, 1 or more.',
        validateEvery: 'A whole number, 1 or more.',
        window: 'A whole number, 2 or more.',
        maxSlope: 'A number above 0.',
      },
    })
  })

  it('wants a maximum that can be reached', () => {
    expect(readGate({ ...text, minSteps: '31' })).toEqual({
      ok: false,
      errors: { maxSteps: 'At least 31 steps are asked for: 31 or more.' },
    })
  })
})
