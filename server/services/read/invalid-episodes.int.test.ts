import { beforeAll, describe, expect, it } from 'vitest'
import type { Claim } from '@/server/db/claims'
import { db } from '@/server/db/client'
import { listTaskMoments } from '@/server/db/episode-history'
import { packEpisodes } from '@/server/recording/pack-events'
import { recordBatch } from '@/server/services/recording/record-batch'
import { trainerEpisodes } from '@/server/services/recording/testing/trainer-episodes'
import { claimSmallRun } from '@/server/services/runs/testing/small-claim'
import { episodeListInput } from './episode-list-input'
import { getEpisode } from './get-episode'
import { listEpisodes } from './list-episodes'

let claim: Claim
const list = (filter: string, input: object = {}) =>
  listEpisodes(episodeListInput.parse({ filter: `run = ${claim.runId} ${filter}`, ...input }))

/** Four rollouts of one group, the second of them broken off. */
beforeAll(async () => {
  claim = await claimSmallRun()
  const [first] = await trainerEpisodes(claim, 1)
  if (!first) throw new Error('no episode')
  const rollouts = [0, 1, 2, 3].map((rollout) => ({
    ...first,
    ...{ id: `r${rollout}`, kind: 'episode' as const, prefix: null, rollout, group: 'g', partition: 'train' as const },
    ...{ reward: 0.5, rewards: { ...first.rewards, progress: 0.5 }, success: false },
    ...{ origin: 'env-server' as const, policy: { from: 3, to: 4 } },
    invalid: rollout === 1 ? 'Its socket was gone.' : null,
  }))
  const events = await packEpisodes(rollouts)
  await recordBatch({ run: claim.runId, epoch: claim.epoch, source: 'test', sequence: 1, at: 0, events })
})

describe('an invalid episode', () => {
  it('is listed with its reason and without a reward', async () => {
    const { episodes, count } = await list('')
    expect(count).toBe(4)
    expect(episodes.map(({ invalid }) => invalid)).toEqual([null, null, 'Its socket was gone.', null])
    expect(episodes[2]?.reward).toBeNaN()
  })

  it.each([
    ['outcome = failed', {}],
    ['reward >= 0', {}],
    ['reward <= 1', {}],
    ['reward != 0.7 valid = yes', {}],
    ['surprise >= 0', {}],
    ['', { sort: 'reward' }],
    ['', { sort: 'reward', reverse: true }],
    ['', { sort: 'surprise' }],
  ])('is neither among those that “%s” %o asks for nor counted with them', async (filter, input) => {
    const { episodes, count } = await list(filter, input)
    expect(episodes.map(({ rollout }) => rollout).sort()).toEqual([0, 2, 3])
    expect(count).toBe(3)
  })

  it('is found by that', async () => {
    for (const filter of ['outcome = invalid', 'valid = no'])
      expect((await list(filter)).episodes.map(({ rollout }) => rollout)).toEqual([1])
  })

  it('is no part of its group and of its task’s history', async () => {
    const rows = await db().episode.findMany({ orderBy: { rollout: 'asc' } })
    const shown = await getEpisode({ episode: String(rows[0]?.id) })
    expect(shown.siblings.map(({ rollout }) => rollout)).toEqual([0, 2, 3])
    const moments = await listTaskMoments(claim.runId, rows[0]?.taskId ?? 0, 10)
    expect(moments).toMatchObject([{ episodes: 3, meanReward: 0.5 }])
  })
})
