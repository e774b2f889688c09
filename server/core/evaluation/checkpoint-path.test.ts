import { describe, expect, it } from 'vitest'
import { checkpointPath } from './checkpoint-path'

const at = (point: string, step: number) => ({ point, step })
const labels = (points: readonly ReturnType<typeof at>[]) =>
  checkpointPath(points, ['Mastering syntax', 'With hints']).map(({ label, step }) => [label, step])

describe('the checkpoints of a run', () => {
  it('are told from untrained over its stages to the final one, which is the last stage’s', () => {
    const points = [at('final', 86), at('stage-1', 86), at('stage-0', 8), at('untrained', 0)]
    expect(labels(points)).toEqual([
      ['untrained', 0],
      ['after stage 1: Mastering syntax', 8],
      ['final', 86],
    ])
  })
  it('have the last stage of their own where training went on after it, or has not ended', () => {
    expect(labels([at('untrained', 0), at('stage-0', 8), at('final', 20)])).toHaveLength(3)
    expect(labels([at('stage-10', 90), at('stage-9', 80)])).toEqual([
      ['after stage 10', 80],
      ['after stage 11', 90],
    ])
  })
  it('keep the untrained one where nothing was learned', () => {
    expect(labels([at('untrained', 0), at('stage-0', 0), at('final', 0)])).toEqual([
      ['untrained', 0],
      ['final', 0],
    ])
  })
})
