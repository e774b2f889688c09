import { describe, expect, it } from 'vitest'
import { curriculumDiff } from './curriculum-diff'
import { starterCurriculum } from './default-curriculum'

const { stages } = starterCurriculum
const [syntax, hints, hard, alone] = stages
if (!syntax || !hints || !hard || !alone) throw new Error('the starter curriculum has four stages')

describe('the difference between two curricula', () => {
  it('names the fields of a stage that changed, with both values', () => {
    const after = {
      ...starterCurriculum,
      stages: [syntax, { ...hints, gate: { ...hints.gate, maxSteps: 40 } }, hard, alone],
    }
    expect(curriculumDiff(starterCurriculum, after).stages[1]).toEqual({
      name: 'hints',
      kind: 'changed',
      before: 1,
      after: 1,
      changes: [{ path: 'gate.maxSteps', before: '30', after: '40' }],
    })
  })

  it('tells stages that came, went or moved from ones that changed', () => {
    const fresh = { ...hard, name: 'fresh' }
    const after = { ...starterCurriculum, stages: [hints, syntax, fresh, alone] }
    expect(
      curriculumDiff(starterCurriculum, after).stages.map(({ name, kind, before, after }) => [
        name,
        kind,
        before,
        after,
      ]),
    ).toEqual([
      ['hints', 'same', 1, 0],
      ['syntax', 'same', 0, 1],
      ['fresh', 'added', null, 2],
      ['independent', 'same', 3, 3],
      ['hard-tasks', 'removed', 2, null],
    ])
  })

  it('sees a limit that one of them lacks', () => {
    const after = {
      ...starterCurriculum,
      stages: [{ ...syntax, data: { splits: syntax.data.splits } }, hints, hard, alone],
    }
    expect(curriculumDiff(starterCurriculum, after).stages[0]?.changes).toEqual([
      { path: 'data.limit', before: '75', after: null },
    ])
  })

  it('is empty for the same curriculum', () => {
    const diff = curriculumDiff(starterCurriculum, starterCurriculum)
    expect(diff.changes).toEqual([])
    expect(diff.stages.every(({ kind }) => kind === 'same')).toBe(true)
  })
})
