import { beforeAll, describe, expect, it } from 'vitest'
import type { EpisodeRecord } from '@/server/core/episodes/record'
import type { Claim } from '@/server/db/claims'
import { pool } from '@/server/db/client'
import { type MetricPointInput, writePoints } from '@/server/db/metric-writes'
import { inTransaction } from '@/server/db/transaction'
import { packEvents } from '@/server/recording/pack-events'
import { recordBatch } from '@/server/services/recording/record-batch'
import { trainerEpisodes } from '@/server/services/recording/testing/trainer-episodes'
import { claimSmallRun } from '@/server/services/runs/testing/small-claim'
import { stepMarks } from './step-marks'
import { taskLife } from './task-life'

let claim: Claim
let model: EpisodeRecord
let sequence = 0
let made = 0

interface Play {
  readonly stage: number
  readonly step: number
  readonly success: boolean
  /** The turn that it branched off at; absent: a whole episode. */
  readonly turn?: number
  readonly partition?: 'train' | 'validation'
}

/** An episode of the model's task that went so. */
function episode({ stage, step, success, turn, partition = 'train' }: Play): EpisodeRecord {
  const prefix = turn === undefined ? null : { episode: null, startTurn: turn, stateReset: false }
  return {
    ...model,
    ...{ id: `e${made++}`, kind: prefix ? 'branch' : 'episode', prefix, partition, stage, success, group: null },
    trainingStep: step,
  }
}

async function record(plays: readonly Play[]): Promise<void> {
  const events = await packEvents([{ type: 'episodes', episodes: plays.map(episode) }])
  await recordBatch({ run: claim.runId, epoch: claim.epoch, source: 'test', sequence: sequence++, at: 0, events })
}

const statesOf = async (partition: 'train' | 'validation' = 'train') =>
  (await taskLife({ run: claim.runId, partition })).map(({ key, stages }) => [key, stages.map(({ state }) => state)])

beforeAll(async () => {
  claim = await claimSmallRun()
  const [first] = await trainerEpisodes(claim, 1)
  if (!first) throw new Error('the trainer played nothing')
  model = first
})

describe('the life of the tasks of a run', () => {
  it('is empty before anything was played', async () => {
    expect(await taskLife({ run: claim.runId, partition: 'train' })).toEqual([])
  })
  it('takes all episodes of a step together, stage by stage', async () => {
    await record([
      { stage: 0, step: 1, success: false },
      { stage: 0, step: 1, success: true },
      { stage: 1, step: 2, success: true },
      { stage: 2, step: 3, success: false },
    ])
    expect(await statesOf()).toEqual([[model.task, ['sometimes', 'always', 'forgotten']]])
    const [life] = await taskLife({ run: claim.runId, partition: 'train' })
    expect(life?.stages[0]).toEqual({ stage: 0, state: 'sometimes', episodes: 2, solved: 1, lastStep: 1 })
  })
  it('calls a task solved where each of its turns was, when turns were played one by one', async () => {
    await record([
      { stage: 3, step: 4, success: true, turn: 0 },
      { stage: 3, step: 4, success: false, turn: 1 },
    ])
    expect((await statesOf())[0]?.[1]?.[3]).toBe('forgotten')
    await record([{ stage: 3, step: 4, success: true, turn: 1 }])
    expect((await statesOf())[0]?.[1]?.[3]).toBe('sometimes')
  })
  it('keeps validation apart, and leaves out what was superseded', async () => {
    await record([{ stage: 0, step: 1, success: true, partition: 'validation' }])
    expect(await statesOf('validation')).toEqual([[model.task, ['always']]])
    await pool().query(`update episodes set superseded = true where partition = 'validation'`)
    expect(await statesOf('validation')).toEqual([])
  })
})

describe('where the steps of a run lie', () => {
  it('is said in training episodes that were played so far', async () => {
    expect(await stepMarks({ runs: [claim.runId, 999_999], across: 'episodes' })).toEqual([
      { run: claim.runId, steps: [0, 1, 2, 3, 4], places: [0, 2, 3, 4, 7] },
    ])
  })
  it('is said in seconds since the start, for long series too, and never runs backwards', async () => {
    const { rows } = await pool().query<{ started: number }>(
      'select (extract(epoch from coalesce(started_at, created_at)) * 1000)::float8 as started from runs where id = $1',
      [claim.runId],
    )
    const started = rows[0]?.started ?? 0
    const at = (step: number) => Math.round(started + step * 1000 - (step === 3000 ? 60_000 : 0))
    const points: MetricPointInput[] = Array.from({ length: 4001 }, (_, step) => ({
      ...{ name: 'loss', step, at: at(step), value: 1 },
    }))
    await inTransaction((sql) => writePoints(sql, claim.attemptId, points))
    const [marks] = await stepMarks({ runs: [claim.runId], across: 'time' })
    expect(marks?.steps.slice(0, 2)).toEqual([63, 127])
    expect(marks?.places[0]).toBeCloseTo(63, 0)
    expect(marks?.places.at(-1)).toBeCloseTo(4000, 0)
    const places = marks?.places ?? []
    expect(places.every((place, index) => place >= (places[index - 1] ?? 0))).toBe(true)
  })
})
