import { describe, expect, it } from 'vitest'
import { paperCurriculum, starterCurriculum } from './default-curriculum'
import { checkCurriculum, readCurriculum } from './read-curriculum'

const problems = (value: unknown) => {
  const read = checkCurriculum(value)
  return read.ok ? [] : read.problems.map(({ path }) => path)
}

describe('reading a curriculum', () => {
  it.each([paperCurriculum, starterCurriculum])('reads $name as it was written, without its version', (curriculum) => {
    const { version: _, ...draft } = curriculum
    expect(readCurriculum(JSON.stringify(curriculum))).toEqual({ ok: true, curriculum: draft })
  })

  it('says of text that is no JSON that it is none', () => {
    const read = readCurriculum('{"name": ')
    expect(read).toMatchObject({ ok: false, problems: [{ path: '', message: expect.stringContaining('not JSON') }] })
  })

  it('names every place at fault', () => {
    const [syntax, hints] = starterCurriculum.stages
    const bad = { ...hints, data: { splits: ['basic'] }, gate: { ...hints?.gate, window: 1 } }
    expect(problems({ ...starterCurriculum, name: 'With Spaces', stages: [syntax, bad] })).toEqual([
      'name',
      'stages[1].data.splits[0]',
      'stages[1].gate.window',
    ])
  })

  it('refuses a curriculum without stages', () => {
    expect(problems({ ...starterCurriculum, stages: [] })).toEqual(['stages'])
  })
})
