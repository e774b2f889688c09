import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { forkPlanSchema } from '@/server/core/fork-tests/plan'
import { findAugmentationSet, storeAugmentationSet } from '@/server/db/augmentation-sets'
import { pool } from '@/server/db/client'
import { insertForkTest } from '@/server/db/fork-tests'
import { compareRuns } from '@/server/services/compare/compare-runs'
import { showGroup } from '@/server/services/groups/show-group'
import { queueSmallRun } from '@/server/services/runs/testing/small-launch'
import { launchArms } from './launch-arms'

async function forkTestOfTwoSets(runId: number): Promise<number> {
  const rule = { id: 'ours', when: { code: 'token_invalid', all: [] }, template: 'Log in again.' }
  const ours = await storeAugmentationSet({ name: 'ours', title: 'Ours', rules: [rule] })
  const builtin = await findAugmentationSet('built-in')
  const plan = forkPlanSchema.parse({
    ...{ target: { kind: 'all' }, sets: [builtin?.set, ours.set], repeats: 1, seed: 0, testTasks: false },
    player: { kind: 'checkpoint', step: 1, temperature: 1 },
  })
  const ids = { runId, checkpointId: null, endpointId: null }
  return insertForkTest(pool(), { ...ids, plan, population: 0, forks: [] })
}

describe('whole runs after a fork test', () => {
  it('are one group with an arm for each of the test’s, the same seeds in each, nothing but the hints different', async () => {
    const id = await forkTestOfTwoSets(await queueSmallRun({ seeds: [3] }))
    const key = randomUUID()
    const { runs, created } = await launchArms({ id, key, seeds: 2 })
    expect(created).toBe(true)
    expect(runs.map(({ name }) => name)).toEqual(
      ['no hint', 'built-in@1', 'ours@1'].flatMap((arm) =>
        [3, 4].map((seed) => `fork test ${id}, ${arm}, seed ${seed}`),
      ),
    )
    const { arms } = await showGroup({ launch: key })
    expect(arms.map(({ seeds }) => seeds)).toEqual([
      [3, 4],
      [3, 4],
      [3, 4],
    ])
    const { differences } = await compareRuns({ launch: key })
    expect(differences.every(({ path }) => path.startsWith('augmentation') || path === 'trainingHash')).toBe(true)
    expect((await launchArms({ id, key, seeds: 2 })).created).toBe(false)
  })

  it('need a fork test', () =>
    expect(launchArms({ id: 9999, key: randomUUID(), seeds: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' }))
})
