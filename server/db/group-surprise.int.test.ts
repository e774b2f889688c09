import { beforeEach, describe, expect, it } from 'vitest'
import type { EpisodeRecord } from '@/server/core/episodes/record'
import { surprises } from '@/server/core/rewards/surprise'
import { packEpisodes } from '@/server/recording/pack-events'
import type { EventBatch } from '@/server/recording/packed-event'
import { recordBatch } from '@/server/services/recording/record-batch'
import { trainerEpisodes } from '@/server/services/recording/testing/trainer-episodes'
import { claimSmallRun } from '@/server/services/runs/testing/small-claim'
import type { Claim } from './claims'
import { pool } from './client'

let claim: Claim
let first: EpisodeRecord
let sequence = 0

beforeEach(async () => {
  claim = await claimSmallRun()
  const [episode] = await trainerEpisodes(claim, 1)
  if (!episode) throw new Error('no episode')
  first = episode
})

const rollout = (rollout: number, reward: number, group: string | null = 'g', invalid: string | null = null) => ({
  ...first,
  ...{ id: `${group} ${rollout}`, kind: 'episode' as const, prefix: null, group, rollout, reward, invalid },
  ...{ origin: 'env-server' as const, policy: null },
})

async function batch(...episodes: readonly ReturnType<typeof rollout>[]): Promise<EventBatch> {
  const events = await packEpisodes(episodes)
  return { run: claim.runId, epoch: claim.epoch, source: 'test', sequence: sequence++, at: 0, events }
}

async function stored(group = 'g'): Promise<(number | null)[]> {
  const { rows } = await pool().query<{ surprise: number | null }>(
    'select surprise from episodes where run_id = $1 and group_key = $2 order by rollout',
    [claim.runId, group],
  )
  return rows.map(({ surprise }) => surprise)
}

const rewards = [0, 0.25, 1 / 3, 1]
const rounded = (values: readonly (number | null)[]) => values.map((value) => value && Math.round(value * 1e5) / 1e5)

describe('the surprise of a rollout', () => {
  it('is known with the batch that brings its group', async () => {
    await recordBatch(await batch(...rewards.map((reward, index) => rollout(index, reward))))
    expect(rounded(await stored())).toEqual(rounded(surprises(rewards)))
  })

  it('is the same when the group comes piece by piece, in any order, with other groups between', async () => {
    for (const index of [2, 0, 3, 1])
      await recordBatch(await batch(rollout(index, rewards[index] ?? 0), rollout(index, 1, 'other')))
    expect(rounded(await stored())).toEqual(rounded(surprises(rewards)))
    expect(await stored('other')).toEqual([0, 0, 0, 0])
  })

  it('does not change when a batch arrives again', async () => {
    const one = await batch(rollout(0, 0), rollout(1, 1))
    const two = await batch(rollout(2, 1))
    for (const each of [one, two, two, one]) await recordBatch(each)
    expect(rounded(await stored())).toEqual(rounded(surprises([0, 1, 1])))
  })

  it('leaves out what counts for nothing, and what stands alone', async () => {
    await recordBatch(await batch(rollout(0, 0), rollout(1, 9, 'g', 'Its socket was gone.'), rollout(2, 1)))
    await recordBatch(await batch(rollout(0, 1, 'alone')))
    expect(await stored('alone')).toEqual([null])
    expect(rounded(await stored())).toEqual([1, null, 1])
  })
})
