import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisWords, stepAxis, trainingSteps } from './step-axis'

const steps = [1, 10, 20]
const time = stepAxis('time', { steps, places: [60, 150, 650] })
const episodes = stepAxis('episodes', { steps, places: [32, 320, 640] })

describe('what runs from left to right', () => {
  it('is the step, the episodes that were played or the time since the start', () => {
    expect(stepAxis('step', { steps, places: steps })).toBe(trainingSteps)
    expect(episodes.at(10)).toBe(320)
    expect(time.at(10)).toBe(150)
    expect(time.at(15)).toBe(400)
  })
  it('goes on before the first and after the last mark', () => {
    expect(time.at(0)).toBe(50)
    expect(time.at(21)).toBe(700)
  })
  it('leads back to the step', () => {
    for (const axis of [trainingSteps, time, episodes]) {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 40 }), (step) => {
          expect(axis.stepAt(axis.at(step))).toBeCloseTo(step, 6)
        }),
      )
    }
  })
  it('is that of steps while nothing is known', () => {
    expect(stepAxis('time', { steps: [], places: [] })).toBe(trainingSteps)
  })
  it('has ticks at whole steps and full minutes', () => {
    expect(axisWords.step.ticks(0, 2, 6)).toEqual([0, 1, 2])
    expect(axisWords.time.ticks(0, 240, 4)).toEqual([0, 60, 120, 180, 240])
  })
})
