import { describe, expect, it } from 'vitest'
import { stageSteps } from './stage-steps'

const run = { status: 'running', trainingStep: 52, stageIndex: 1, stageCount: 4, stageStart: 38, stageMost: 60 }

describe('how far a stage has come', () => {
  it('is counted in its own steps, against the most that it may take', () => {
    expect(stageSteps(run)).toEqual({ done: 14, most: 60, words: 'stage 2 of 4, step 14 of at most 60' })
  })

  it('is never more than that, nor less than nothing', () => {
    expect(stageSteps({ ...run, trainingStep: 200 })?.done).toBe(60)
    expect(stageSteps({ ...run, trainingStep: 30 })?.done).toBe(0)
  })

  it('is not said where no stage is trained', () => {
    expect(stageSteps({ ...run, status: 'evaluating' })).toBeNull()
    expect(stageSteps({ ...run, stageIndex: null, stageStart: null })).toBeNull()
    expect(stageSteps({ ...run, stageMost: null })).toBeNull()
  })
})
