import { describe, expect, it } from 'vitest'
import { type CountedJob, stageUse } from './gpu-hours'

const at = (minutes: number) => new Date(minutes * 60_000)
const job = (
  stage: number | null,
  submitted: number,
  started: number | null,
  ended: number | null,
  gpus = 8,
): CountedJob => ({
  ...{ stage, gpus, submittedAt: at(submitted) },
  startedAt: started === null ? null : at(started),
  endedAt: ended === null ? null : at(ended),
})

describe('what a stage has used', () => {
  it('is its jobs’ GPUs times the time that they ran, lost attempts included', () => {
    expect(stageUse([job(0, 0, 10, 40), job(0, 40, 45, 75), job(1, 75, 75, 105, 4)], at(200))).toEqual([
      { stage: 0, jobs: 2, waited: 900, gpuHours: 8 },
      { stage: 1, jobs: 1, waited: 0, gpuHours: 2 },
    ])
  })

  it('is counted for evaluations by themselves, after the stages', () => {
    const jobs = [job(null, 0, 0, 30, 2), job(0, 30, 30, 60), job(null, 60, 60, 90, 2)]
    expect(stageUse(jobs, at(200)).map(({ stage, gpuHours }) => [stage, gpuHours])).toEqual([
      [0, 4],
      [null, 2],
    ])
  })

  it('goes on while a job runs or waits', () => {
    expect(stageUse([job(0, 0, 0, null, 1)], at(30))).toMatchObject([{ gpuHours: 0.5, waited: 0 }])
    expect(stageUse([job(0, 0, null, null)], at(30))).toMatchObject([{ gpuHours: 0, waited: 1800 }])
  })

  it('is nothing for a job that ended before it ran', () => {
    expect(stageUse([job(0, 0, null, 5)], at(30))).toMatchObject([{ gpuHours: 0, waited: 300 }])
  })
})
