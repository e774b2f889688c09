import { describe, expect, it } from 'vitest'
import { suiteContract } from '@/server/core/environment-contract/suite-contract'
import { prepareAll, readSuite } from './testing/read-suite'
import { messageTexts } from './testing/substance'

const suite = readSuite('starter-ood')
const prepared = prepareAll(suite)

describe('the out-of-distribution starter suite', () => {
  it('has at least 40 test tasks and nothing to train on', () => {
    expect(suite.tasks.length).toBeGreaterThanOrEqual(40)
    expect(new Set(suite.tasks.map((task) => task.partition))).toEqual(new Set(['test']))
  })

  it('shares no domain with the starter suite', () => {
    const trained = new Set(Object.keys(readSuite('starter').toolDocs))
    expect(Object.keys(suite.toolDocs)).toEqual(['LibraryDesk', 'ParcelLockers'])
    expect(Object.keys(suite.toolDocs).filter((domain) => trained.has(domain))).toEqual([])
  })

  it.each(suiteContract)('$title', ({ problems }) => {
    expect(problems({ suite, prepared })).toEqual([])
  })

  it('talks about nothing that the starter suite talks about', () => {
    const texts = (name: string) =>
      readSuite(name).tasks.flatMap((task) => task.turns.flatMap((turn) => messageTexts(turn.message)))
    const known = new Set(texts('starter'))
    expect(texts('starter-ood').filter((text) => known.has(text) && text !== "I'm")).toEqual([])
  })
})
