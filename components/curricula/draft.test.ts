import { describe, expect, it } from 'vitest'
import { paperCurriculum, starterCurriculum } from '@/server/core/curriculum/default-curriculum'
import { checkDraft, type Draft, draftOf, moved, type StageDraft, withCopy } from './draft'

const draft = draftOf(starterCurriculum)
const gate = draft.stages[1]?.gate
if (!gate) throw new Error('the starter curriculum has stages')

/** What is wrong when one field of the second stage is typed so. */
function errorsWith(changes: Partial<StageDraft>): Readonly<Record<string, string>> {
  const stages = draft.stages.map((stage, index) => (index === 1 ? { ...stage, ...changes } : stage))
  const checked = checkDraft({ ...draft, stages })
  return checked.ok ? {} : checked.errors
}

const names = (stages: Draft['stages']) => stages.map(({ name }) => name)

describe('a curriculum that is being edited', () => {
  it.each([starterCurriculum, paperCurriculum])('is $name itself as long as nothing is changed', (curriculum) => {
    const { version: _, ...plain } = curriculum
    expect(checkDraft(draftOf(curriculum))).toEqual({ ok: true, curriculum: plain })
  })

  it('says at the field what is wrong', () => {
    expect(errorsWith({ groupSize: '1' })).toEqual({ 'stages.1.groupSize': 'A whole number, 2 or more.' })
    expect(errorsWith({ limit: '0' })).toEqual({ 'stages.1.limit': 'A whole number, 1 or more, or nothing for all.' })
    expect(Object.keys(errorsWith({ splits: [], name: 'Two Words' }))).toEqual(['stages.1.name', 'stages.1.splits'])
    expect(Object.keys(errorsWith({ gate: { ...gate, window: '' } }))).toEqual(['stages.1.gate.window'])
  })

  it('does not let two stages have one name', () => {
    expect(errorsWith({ name: 'syntax' })).toEqual({ 'stages.1.name': 'another stage has the name syntax' })
  })

  it('needs a name that can stand in an address, and a stage', () => {
    const named = checkDraft({ ...draft, name: 'My curriculum' })
    expect(named.ok ? null : Object.keys(named.errors)).toEqual(['name'])
    const empty = checkDraft({ ...draft, stages: [] })
    expect(empty.ok ? null : Object.keys(empty.errors)).toEqual(['stages'])
  })

  it('takes its splits in the order of the benchmark, however they were ticked', () => {
    const stages = draft.stages.map((stage) => ({ ...stage, splits: ['miss_func', 'base'] }))
    const checked = checkDraft({ ...draft, stages })
    expect(checked.ok && checked.curriculum.stages[0]?.data.splits).toEqual(['base', 'miss_func'])
  })

  it('draws tasks as it is told, and says nothing of it where nothing was changed', () => {
    const [first] = draft.stages
    if (!first) throw new Error('the starter curriculum has stages')
    const by = checkDraft({ ...draft, stages: [{ ...first, sampling: 'learning-progress' }] })
    expect(by.ok && by.curriculum.stages[0]?.data).toEqual({
      splits: ['base'],
      limit: 75,
      sampling: 'learning-progress',
    })
    const even = checkDraft({ ...draft, stages: [first] })
    expect(even.ok && even.curriculum.stages[0]?.data).toEqual({ splits: ['base'], limit: 75 })
  })

  it('moves stages by a place and no further than the ends', () => {
    expect(names(moved(draft.stages, 1, -1))).toEqual(['hints', 'syntax', 'hard-tasks', 'independent'])
    expect(names(moved(draft.stages, 0, -1))).toEqual(names(draft.stages))
  })

  it('copies a stage under a name that is free', () => {
    const once = withCopy(draft.stages, 0)
    expect(names(withCopy(once, 0))).toEqual(['syntax', 'syntax-3', 'syntax-2', 'hints', 'hard-tasks', 'independent'])
    expect(new Set(once.map(({ key }) => key)).size).toBe(5)
    expect(checkDraft({ ...draft, stages: once }).ok).toBe(true)
  })
})
