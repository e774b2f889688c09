import { describe, expect, it } from 'vitest'
import { afterReplay, readJourneyReport, unfinishedFiles } from './journey-report'

const spec = (file: string, ...statuses: string[]) => ({ file, tests: statuses.map((status) => ({ status })) })

const first = readJourneyReport({
  suites: [
    { specs: [spec('a.spec.ts', 'expected'), spec('a.spec.ts', 'expected')] },
    {
      specs: [spec('b.spec.ts', 'expected'), spec('b.spec.ts', 'unexpected')],
      suites: [{ specs: [spec('b.spec.ts', 'skipped')] }],
    },
  ],
})

describe('a report of journeys', () => {
  it('has the outcomes of each file, nested ones included', () => {
    expect(first.get('a.spec.ts')).toEqual({ passed: 2, failed: 0, skipped: 0 })
    expect(first.get('b.spec.ts')).toEqual({ passed: 1, failed: 1, skipped: 1 })
  })

  it('names the files that have to be played again', () => {
    expect(unfinishedFiles(first)).toEqual(['b.spec.ts'])
  })

  it('takes of a file that was played again the later outcome, of all others the first', () => {
    const again = readJourneyReport({
      suites: [
        { specs: [spec('set-up.ts', 'expected')] },
        { specs: [spec('b.spec.ts', 'expected', 'expected', 'unexpected')] },
      ],
    })
    expect([...afterReplay(first, again, ['b.spec.ts'])]).toEqual([
      ['a.spec.ts', { passed: 2, failed: 0, skipped: 0 }],
      ['b.spec.ts', { passed: 2, failed: 1, skipped: 0 }],
    ])
  })

  it('keeps a failure when the second play did not come to the file', () => {
    expect(afterReplay(first, new Map(), ['b.spec.ts']).get('b.spec.ts')?.failed).toBe(1)
  })

  it('is refused when it is something else', () => {
    expect(() => readJourneyReport({ stats: {} })).toThrow()
  })
})
