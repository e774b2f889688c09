import { describe, expect, it } from 'vitest'
import { finerOf, followLines, hasNewAttempt, isTooFine, lastSteps, reachInto } from './merge-compared'

const line = (run: number, steps: number[], value = 0) => ({ run, name: 'loss', steps, values: steps.map(() => value) })

describe('following several runs', () => {
  it('puts new points behind the known ones, what came late in its place', () => {
    const known = { epochs: {}, widths: { loss: 1 }, lines: [line(1, [1, 2, 3]), line(2, [1])] }
    const { lines } = followLines(known, [line(1, [2, 3, 4], 9)])
    expect(lines).toEqual([{ ...line(1, [1, 2, 3, 4]), values: [0, 9, 9, 9] }, line(2, [1])])
  })
  it('lets a bucket that has grown take the place of its earlier state', () => {
    const known = { epochs: {}, widths: { loss: 64 }, lines: [line(1, [63, 100])] }
    expect(followLines(known, [line(1, [120], 9)]).lines[0]).toEqual({ ...line(1, [63, 120]), values: [0, 9] })
  })
  it('adds the series of a run that has begun since', () => {
    const known = { epochs: {}, widths: { loss: 1 }, lines: [line(1, [1])] }
    expect(followLines(known, [line(2, [1])]).lines).toHaveLength(2)
  })
  it('asks for what comes after the last step of each run', () => {
    const known = { epochs: {}, widths: { loss: 1 }, lines: [line(1, [1, 7]), { ...line(1, [9]), name: 'kl' }] }
    expect(lastSteps(known, [1, 2])).toEqual([
      [1, 9],
      [2, -1],
    ])
  })
  it('notices when lines have become finer than a chart shows', () => {
    const steps = Array.from({ length: 1501 }, (_, step) => step)
    expect(isTooFine({ epochs: {}, widths: {}, lines: [line(1, steps)] })).toBe(true)
    expect(isTooFine({ epochs: {}, widths: {}, lines: [line(1, steps.slice(1))] })).toBe(false)
  })
})

describe('looking closer', () => {
  const known = {
    epochs: {},
    widths: { loss: 64, kl: 64 },
    lines: [line(1, [63, 127]), { ...line(1, [63]), name: 'kl' }],
  }
  it('shows finer what was read finer, and the rest as it was', () => {
    const range = { epochs: {}, widths: { loss: 1, kl: 64 }, lines: [line(1, [100, 101], 9)] }
    expect(finerOf(known, range)).toEqual({
      ...{ epochs: {}, widths: { loss: 1, kl: 64 } },
      lines: [{ ...line(1, [63]), name: 'kl' }, line(1, [100, 101], 9)],
    })
  })
  it('reads again only when new points lie within what is looked at', () => {
    expect(reachInto([10, 20], [line(1, [5]), line(2, [21])])).toBe(false)
    expect(reachInto([10, 20], [line(1, [5]), line(2, [20, 21])])).toBe(true)
  })
  it('is the same where nothing is finer', () => {
    expect(finerOf(known, known)).toEqual(known)
  })
})

describe('a run that resumes', () => {
  it('is read again: what it had measured may count no more', () => {
    expect(hasNewAttempt({ 1: 1, 2: 1 }, { 1: 1, 2: 2 })).toBe(true)
    expect(hasNewAttempt({ 1: 1, 2: 1 }, { 2: 1 })).toBe(false)
    expect(hasNewAttempt({}, { 2: 1 })).toBe(true)
  })
})
