import { beforeAll, describe, expect, it } from 'vitest'
import type { Claim } from '@/server/db/claims'
import { db } from '@/server/db/client'
import { trainerEpisodes } from '@/server/services/recording/testing/trainer-episodes'
import { claimSmallRun } from '@/server/services/runs/testing/small-claim'
import { ingestBatch } from './ingest-batch'

let claim: Claim
const batch = (sequence: number, events: readonly unknown[]) => {
  return { run: claim.runId, epoch: claim.epoch, source: 'http', sequence, at: 1000, events }
}

beforeAll(async () => {
  claim = await claimSmallRun()
})

describe('a batch that comes as JSON', () => {
  it('records what the trainer itself would have recorded', async () => {
    const episodes = await trainerEpisodes(claim, 5)
    const sent = JSON.parse(JSON.stringify(batch(1, [{ type: 'episodes', episodes }])))
    expect(await ingestBatch(sent)).toMatchObject({ applied: true })
    expect(await ingestBatch(sent)).toMatchObject({ applied: false })
    const rows = await db().episode.findMany({ where: { runId: claim.runId }, orderBy: { id: 'asc' } })
    expect(rows.map(({ key }) => key)).toEqual(episodes.map(({ id }) => id))
  })

  it('carries NaN and infinities as text', async () => {
    const values = { a: 'NaN', b: '-Infinity', c: 1 }
    await ingestBatch(batch(2, [{ type: 'metrics', stage: 0, step: 1, values }]))
    const points = await db().metricPoint.findMany({ orderBy: { seriesId: 'asc' } })
    expect(points.map(({ value }) => value)).toEqual([Number.NaN, Number.NEGATIVE_INFINITY, 1])
  })

  it('takes a checkpoint as base64', async () => {
    const data = Buffer.from([0, 1, 254, 255])
    await ingestBatch(batch(3, [{ type: 'checkpoint', stage: 0, step: 2, data: data.toString('base64') }]))
    const body = await db().checkpointBody.findFirstOrThrow()
    expect(Buffer.from(body.data)).toEqual(data)
  })

  it.each([
    ['events.0.type', [{ type: 'party' }]],
    ['events.0.step', [{ type: 'stage-started', stage: 0, step: -1 }]],
    ['events.0.values.x', [{ type: 'metrics', stage: 0, step: 1, values: { x: 'much' } }]],
    ['events.0.point', [{ type: 'evaluation', point: 'later', step: 0, suite: 's', partition: 'test', tasks: [] }]],
  ])('is refused with the place of what is wrong: %s', async (field, events) => {
    await expect(ingestBatch(batch(9, events))).rejects.toMatchObject({ code: 'BAD_INPUT', field })
  })
})
