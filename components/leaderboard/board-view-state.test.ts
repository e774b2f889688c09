import { describe, expect, it } from 'vitest'
import { boardFields } from '@/server/core/filter/board-fields'
import { parseFilter } from '@/server/core/filter/parse-filter'
import { boardViewHref, keptFilter, readBoardView, showsSuite } from './board-view-state'

const read = (href: string) => {
  const query: Record<string, string[]> = {}
  for (const [name, value] of new URL(href, 'http://here').searchParams) query[name] = [...(query[name] ?? []), value]
  return readBoardView(query)
}

describe('the leaderboard’s address', () => {
  it('holds filter, suites and the run whose line is drawn', () => {
    const view = { filter: 'test > 45 % & "x"', suites: ['starter', 'BFCL V4 memory'], line: 7 }
    expect(read(boardViewHref(view))).toEqual(view)
    expect(boardViewHref({ filter: '', suites: [], line: null })).toBe('/leaderboard')
  })
  it('is read without what makes no sense', () => {
    expect(readBoardView({ line: '-1', suite: ['', 'a', 'a'], q: undefined })).toEqual({
      ...{ filter: '', suites: ['a'], line: null },
    })
    expect(readBoardView({ line: 'x' }).line).toBeNull()
  })
  it('shows every suite where it names none', () => {
    expect([showsSuite({ suites: [] }, 'a'), showsSuite({ suites: ['b'] }, 'a')]).toEqual([true, false])
  })
})

describe('a permalink', () => {
  it('names the runs that are shown, and published rows by the filter that found them', () => {
    const kept = keptFilter('name : lab or kind = published', { runs: [12, 3, 12], published: true })
    expect(kept).toBe('id = 3, 12 or kind = published and (name : lab or kind = published)')
    expect(parseFilter(kept ?? '', boardFields).problem).toBeNull()
    expect(keptFilter('', { runs: [3], published: false })).toBe('id = 3')
    expect(keptFilter('', { runs: [], published: true })).toBe('kind = published')
  })
  it('is not offered twice, for nothing, or longer than a filter may be', () => {
    expect(keptFilter('id = 3, 12', { runs: [3, 12], published: false })).toBeNull()
    expect(keptFilter('nothing', { runs: [], published: false })).toBeNull()
    expect(keptFilter('', { runs: Array.from({ length: 600 }, (_, n) => n + 1000), published: false })).toBeNull()
  })
})
