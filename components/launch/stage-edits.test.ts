import { describe, expect, it } from 'vitest'
import { starterCurriculum } from '@/server/core/curriculum/default-curriculum'
import { countEdits, readStage, shownGate } from './stage-edits'

const stage = starterCurriculum.stages[1]
if (!stage) throw new Error('the starter curriculum has a second stage')

describe('a stage as it is typed over for one launch', () => {
  it('changes nothing where nothing was typed', () => {
    expect(readStage(stage, {})).toEqual({ edit: {} })
    expect(readStage(stage, { limit: ' ', gate: { maxSteps: '' } })).toEqual({ edit: {} })
    expect(countEdits(stage, {})).toBe(0)
  })
  it('sends only what differs from the curriculum', () => {
    const text = { limit: '20', gate: { window: String(stage.gate.window + 1), maxSteps: String(stage.gate.maxSteps) } }
    expect(readStage(stage, text)).toEqual({ edit: { limit: 20, gate: { window: stage.gate.window + 1 } } })
    expect(countEdits(stage, text)).toBe(2)
  })
  it('moves what was not typed of a shorter stage, and leaves what was', () => {
    expect(shownGate(stage, { gate: { maxSteps: '2' } })).toMatchObject({ minSteps: '2', maxSteps: '2' })
    expect(readStage(stage, { gate: { maxSteps: '2', minSteps: '5' } })).toEqual({
      errors: { 'gate.maxSteps': 'At least 5 steps are asked for: 5 or more.' },
    })
  })
  it('says at each field what would be right', () => {
    expect(readStage(stage, { groupSize: '1', batchSize: 'x', gate: { window: '1' } })).toEqual({
      errors: {
        groupSize: 'A whole number, 2 or more.',
        batchSize: 'A whole number, 1 or more.',
        'gate.window': 'A whole number, 2 or more.',
      },
    })
  })
})
