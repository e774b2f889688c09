import { describe, expect, it } from 'vitest'
import type { RunProgressLine } from '@/server/db/run-report'
import { progressLine } from './progress-line'

const now = new Date('2026-11-20T13:30:00Z')
const run: RunProgressLine = {
  ...{ status: 'running', statusReason: null, stageIndex: 1, stageCount: 4, trainingStep: 12, progress: 0.5 },
  ...{ doing: 'Learning with hints', latestReward: 0.72, latestAccuracy: 0.125, testTask: null },
  ...{ suite: { name: 'starter' }, heartbeatAt: now, startedAt: new Date(now.getTime() - 75_000) },
}

describe('the line that says how far a run is', () => {
  it('names the stage, what is being done and the latest figures', () => {
    const line = progressLine(run, now)
    expect(line).toContain('running · stage 2 of 4 · Learning with hints · step 12 · reward 0.72')
    expect(line).toContain('13 % of the validation tasks · 1:15')
  })

  it('ends with the test tasks of the suite, not with the last validation', () => {
    const line = progressLine({ ...run, status: 'finished', testTask: 0.43 }, now)
    expect(line).toContain('43 % of the test tasks of starter')
    expect(line).not.toContain('validation')
  })

  it('says how long a run was not heard, and nothing that is not known', () => {
    const heartbeatAt = new Date(now.getTime() - 130_000)
    expect(progressLine({ ...run, heartbeatAt }, now)).toContain('no heartbeat for 2:10 · stage 2 of 4')
    expect(progressLine({ ...run, heartbeatAt, status: 'stopped' }, now)).toContain('stopped')
  })

  it('says the last validation where the run ended without a test', () => {
    expect(progressLine({ ...run, status: 'stopped' }, now)).toContain('13 % of the validation tasks')
  })
})
