import { describe, expect, it } from 'vitest'
import { trainingSteps } from '@/components/charts/step-axis'
import { chartsOfArms, chartsOfRuns, usualSeries } from './prepare-compared'

const line = (run: number, ...values: number[]) => ({
  run,
  name: 'reward/mean',
  steps: [1, 2, 3].slice(0, values.length),
  values,
})
const input = {
  names: ['reward/mean', 'kl'],
  lines: [line(1, 0, 0.2), line(2, 1, 0.4, 0.9)],
  widths: { 'reward/mean': 1 },
  axisOf: () => trainingSteps,
}

describe('charts of several runs', () => {
  it('have a line a run, in its own colour, and none for a run that has no such series', () => {
    const [reward, kl] = chartsOfRuns(input, [
      { id: 2, label: 'two', color: 'blue' },
      { id: 1, label: 'one', color: 'red' },
      { id: 3, label: 'three', color: 'green' },
    ])
    expect(reward?.title).toBe('Training reward')
    expect(reward?.lines.map(({ label, color, points }) => [label, color, points[0]])).toEqual([
      ['two', 'blue', [1, 1]],
      ['one', 'red', [1, 0]],
    ])
    expect(kl?.lines).toEqual([])
  })
  it('tell many runs apart by dashes too, and know whose line is whose', () => {
    const runs = Array.from({ length: 9 }, (_, index) => ({ id: index, label: `${index}`, color: 'red' }))
    const lines = runs.map(({ id }) => line(id, 1))
    const [reward] = chartsOfRuns({ ...input, lines }, runs)
    expect(reward?.lines.map(({ run }) => run)).toEqual(runs.map(({ id }) => id))
    expect(reward?.lines.slice(0, 3).map(({ dash }) => dash)).toEqual([undefined, [6, 3], [2, 2]])
    expect(chartsOfRuns({ ...input, lines }, runs.slice(1))[0]?.lines.some(({ dash }) => dash)).toBe(false)
  })
  it('have mean and band over the seeds of an arm', () => {
    const [reward] = chartsOfArms(input, [{ label: 'arm', color: 'red', runs: [1, 2] }])
    expect(reward?.lines[0]?.points.map(([step, value]) => [step, Number(value.toFixed(3))])).toEqual([
      [1, 0.5],
      [2, 0.3],
      [3, 0.9],
    ])
    expect(reward?.lines[0]?.extremes?.map(([step]) => step)).toEqual([1, 2])
  })
  it('draw the interval of a share no further than a share can be, and of others as it is', () => {
    const kl = [line(1, 0, 0.2), line(2, 1, 0.4)].map((each) => ({ ...each, name: 'kl' }))
    const both = chartsOfArms({ ...input, lines: [...input.lines, ...kl] }, [
      { label: 'arm', color: 'red', runs: [1, 2] },
    ])
    const [share, nats] = both.map(({ lines }) => lines[0]?.extremes ?? [])
    expect(share?.[0]).toEqual([1, 0, 1])
    expect(nats?.[0]?.[1]).toBeLessThan(0)
    expect(nats?.[0]?.[2]).toBeGreaterThan(1)
  })
  it('are the usual ones, or what the runs have', () => {
    expect(usualSeries([{ name: 'x' }, { name: 'entropy' }, { name: 'reward/mean' }])).toEqual([
      'reward/mean',
      'entropy',
    ])
    expect(usualSeries([{ name: 'x' }, { name: 'y' }])).toEqual(['x', 'y'])
  })
})
