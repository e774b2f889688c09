import { describe, expect, it } from 'vitest'
import { starterCurriculum } from '@/server/core/curriculum/default-curriculum'
import { learningProgressCurriculum } from '@/server/core/curriculum/learning-progress'
import { policySettingsSchema, runSnapshotSchema } from '@/server/core/runs/snapshot'
import { db, pool } from '@/server/db/client'
import { saveBackend } from '@/server/services/backends/save-backend'
import { runSnapshot } from '@/server/services/read/get-run'
import { launchRun } from './launch-run'
import { planLaunch } from './plan-launch'
import { queueSmallRun, smallLaunch } from './testing/small-launch'

describe('the plan of a launch', () => {
  it('says what will happen: runs, tasks, steps, rollouts, suites', async () => {
    const plan = await planLaunch(await smallLaunch({ seeds: [0, 1, 2] }))
    expect(plan).toMatchObject({ runs: 3, maxSteps: 16, rollouts: 64, suites: ['small', 'small-ood'] })
    expect(plan.stages[0]).toMatchObject({ name: 'syntax', tasks: 6, minSteps: 0, maxSteps: 4, rollouts: 16 })
  })
  it('launches nothing', async () => {
    const before = await db().run.count()
    await planLaunch(await smallLaunch())
    expect(await db().run.count()).toBe(before)
  })
  it('counts no more tasks than there are, nor more than the stage may use', async () => {
    const request = await smallLaunch({ stages: { syntax: { batchSize: 500, limit: 3 } } })
    const mostSteps = starterCurriculum.stages[0]?.gate.maxSteps ?? 0
    expect((await planLaunch(request)).stages[0]).toMatchObject({ tasks: 3, rollouts: mostSteps * 3 * 16 })
  })
  it('has no rollouts when supervised', async () => {
    const settings = policySettingsSchema.parse({ credit: 'supervised' })
    expect(await planLaunch(await smallLaunch({ settings }))).toMatchObject({ rollouts: 0, maxSteps: 16 })
  })
  it('refuses to draw tasks by learning progress on a cluster', async () => {
    const settings = {
      ...{ address: 'http://127.0.0.1:9', environmentUrl: 'ws://127.0.0.1:3001', trackingUrl: 'http://127.0.0.1:3000' },
      ...{ checkpointFolder: '/shared', python: 'python', stopGraceSeconds: 30 },
    }
    await saveBackend({ id: null, name: 'far', settings })
    const { name: curriculum } = learningProgressCurriculum
    const request = { ...(await smallLaunch()), curriculum, stages: {}, backend: 'far', model: 'tiny' }
    const refused = { code: 'BAD_INPUT', field: 'curriculum', message: expect.stringContaining('"hints"') }
    await expect(planLaunch(request)).rejects.toMatchObject(refused)
  })
  it('takes the time from the last finished run of the suite, and says so when there is none', async () => {
    const request = await smallLaunch()
    expect((await planLaunch(request)).secondsPerRun).toBeNull()
    const id = await queueSmallRun()
    await pool().query(
      `update runs set status = 'finished', training_step = 8, started_at = '2026-01-01T00:00:00Z',
         ended_at = '2026-01-01T00:01:00Z' where id = $1`,
      [id],
    )
    await pool().query(
      `update stage_runs set started_at = '2026-01-01T00:00:10Z', ended_at = '2026-01-01T00:00:20Z' where run_id = $1`,
      [id],
    )
    // 40 s in four stages of 8 steps together are 5 s a step; 20 s lie around them
    expect((await planLaunch(request)).secondsPerRun).toBe(20 + 5 * 16)
  })
  it('refuses what a launch would refuse, at the same field', async () => {
    const plan = planLaunch(await smallLaunch({ curriculumVersion: 99 }))
    await expect(plan).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'curriculum' })
  })
})

describe('a clone', () => {
  it('of a run with edited stages gets its version of the curriculum, not the newest', async () => {
    const request = await smallLaunch()
    const first = await launchRun(request)
    await launchRun(await smallLaunch({ stages: { syntax: { groupSize: 5 } } }))
    const parent = first.runs[0]?.id ?? 0
    const { curriculum } = await runSnapshot(parent)
    const clone = await launchRun({
      ...(await smallLaunch({ stages: {} })),
      curriculum: curriculum.name,
      curriculumVersion: curriculum.version,
      parent,
    })
    const row = await db().run.findUniqueOrThrow({ where: { id: clone.runs[0]?.id ?? 0 } })
    expect(runSnapshotSchema.parse(row.snapshot).curriculum).toEqual(curriculum)
    expect(row.parentId).toBe(parent)
  })
  it('of a run that is gone has no parent', async () => {
    const { runs } = await launchRun(await smallLaunch({ parent: 999_999 }))
    expect((await db().run.findUniqueOrThrow({ where: { id: runs[0]?.id ?? 0 } })).parentId).toBeNull()
  })
})
