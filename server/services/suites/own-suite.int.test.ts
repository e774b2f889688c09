import { beforeAll, describe, expect, it } from 'vitest'
import { storeSuite } from '@/server/db/suites'
import { exampleFolder } from '@/server/environments/testing/environment-copy'
import { launchRun } from '@/server/services/runs/launch-run'
import { planLaunch } from '@/server/services/runs/plan-launch'
import { smallLaunch } from '@/server/services/runs/testing/small-launch'
import { importOwnSuite } from './import-own-suite'
import { readOwnSuite } from './read-own-suite'

describe('a suite whose environment is not loaded', () => {
  beforeAll(async () => {
    await storeSuite((await readOwnSuite(exampleFolder)).suite)
  })

  it('is not imported', async () => {
    await expect(importOwnSuite(exampleFolder)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringContaining('the domain BikeWorkshop is not loaded: name the folder of its environment'),
    })
  })

  it('is not launched on, and the message says what to do', async () => {
    const launch = await smallLaunch({ suite: 'bike-workshop', outOfDistribution: [] })
    await expect(launchRun(launch)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      field: 'suite',
      message: expect.stringContaining('"bike-workshop" plays in BikeWorkshop, which is not loaded'),
    })
    const beside = await smallLaunch({ outOfDistribution: ['bike-workshop'] })
    await expect(launchRun(beside)).rejects.toMatchObject({ field: 'outOfDistribution' })
  })

  it('leaves launches on other suites alone', async () => {
    expect((await planLaunch(await smallLaunch())).runs).toBe(1)
  })
})
