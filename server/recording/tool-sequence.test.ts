import { describe, expect, it } from 'vitest'
import { toolSequence } from './tool-sequence'

const call = (name: string) => ({
  ...{ name, expression: `${name}()`, standard: 'ok', hinted: null, rule: null, error: null, executed: true },
})
const of = (...steps: string[][]) => toolSequence(steps.map((names) => ({ calls: names.map(call) })))

describe('the number of a tool sequence', () => {
  it('is the same for the same tools in the same order, however they are spread over steps', () => {
    expect(of(['cd', 'ls'])).toBe(of(['cd'], [], ['ls']))
  })

  it('differs with order, number and names', () => {
    const all = [of(), of(['ls']), of(['ls', 'ls']), of(['cd', 'ls']), of(['ls', 'cd']), of(['cdl', 's']), of(['cdls'])]
    expect(new Set(all).size).toBe(all.length)
  })

  it('fits the database’s whole numbers', () => {
    for (const number of [of(), of(['ls']), of(['a', 'b', 'c'])]) expect(number).toBe(number | 0)
  })
})
