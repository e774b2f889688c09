import { beforeEach, describe, expect, it } from 'vitest'
import type { Claim } from '@/server/db/claims'
import { pool } from '@/server/db/client'
import { listFindings } from '@/server/db/health-findings'
import { writePoints } from '@/server/db/metric-writes'
import { inTransaction } from '@/server/db/transaction'
import { packEvents } from '@/server/recording/pack-events'
import { listRuns } from '@/server/services/read/list-runs'
import { runListInput } from '@/server/services/read/run-list-input'
import { recordBatch } from '@/server/services/recording/record-batch'
import { trainerEpisodes } from '@/server/services/recording/testing/trainer-episodes'
import { claimSmallRun } from '@/server/services/runs/testing/small-claim'
import { judgeDueRuns } from './judge-due-runs'
import { judgeStoredRun } from './judge-stored-run'
import { saveRule } from './save-rule'

let claim: Claim
let sequence = 0

beforeEach(async () => {
  // a run whose lease has run out would be claimed again
  await pool().query(`update runs set status = 'finished', ended_at = now()`)
  claim = await claimSmallRun()
})

/** The trainer measures these values from a step on, one step a second since 2026. */
async function measure(name: string, from: number, values: readonly number[], epoch = 1): Promise<void> {
  const at = Date.UTC(2026, 0, 1)
  for (const [index, value] of values.entries()) {
    const step = from + index
    const events = await packEvents([{ type: 'metrics', stage: 0, step, values: { [name]: value } }])
    await recordBatch({
      run: claim.runId,
      epoch,
      source: `test ${epoch}`,
      sequence: sequence++,
      at: at + step * 1000,
      events,
    })
  }
}

const times = (count: number, value: number) => Array.from({ length: count }, () => value)
const findings = () => listFindings(claim.runId, 50)
const openRules = async () =>
  (await pool().query<{ health: string[] }>('select health from runs where id = $1', [claim.runId])).rows[0]?.health

/** A later attempt goes on from the step. */
async function resumeAt(epoch: number, step: number): Promise<void> {
  await pool().query('update run_attempts set superseded_after = least(superseded_after, $2) where run_id = $1', [
    claim.runId,
    step,
  ])
  await pool().query(
    `insert into run_attempts (run_id, epoch, status, worker, start_step) values ($1, $2, 'running', 'test', $3)`,
    [claim.runId, epoch, step],
  )
  await pool().query('update runs set training_step = $2, change = change + 1 where id = $1', [claim.runId, step])
}

describe('judging a stored run', () => {
  it('keeps what fired, when, and the values of the steps that fired it', async () => {
    await measure('groups/mixed', 1, [...times(5, 0.9), ...times(6, 0.1)])
    await judgeStoredRun(claim.runId)
    const [finding, ...others] = await findings()
    expect(others).toEqual([])
    expect(finding).toMatchObject({ rule: 'flat-groups', threshold: 0.5, openedStep: 8, closedBy: null })
    expect(finding?.openedAt).toEqual(new Date(Date.UTC(2026, 0, 1, 0, 0, 8)))
    expect(finding?.evidence[0]?.points.map(([step]) => step)).toEqual([4, 5, 6, 7, 8])
    expect(await openRules()).toEqual(['flat-groups'])
  })

  it('waits for a step to be whole, and closes what has calmed down', async () => {
    await measure('groups/mixed', 1, times(5, 0.1))
    await judgeStoredRun(claim.runId)
    expect(await findings()).toEqual([])
    await measure('groups/mixed', 6, times(1, 0.1))
    await judgeStoredRun(claim.runId)
    expect(await findings()).toMatchObject([{ rule: 'flat-groups', openedStep: 5 }])
    await measure('groups/mixed', 7, times(8, 1))
    await judgeStoredRun(claim.runId)
    expect(await findings()).toMatchObject([{ closedBy: 'calm', closedStep: 9 }])
    expect(await openRules()).toEqual([])
  })

  it('does nothing where nothing is new, and raises no change', async () => {
    await measure('groups/mixed', 1, times(8, 0.1))
    while (await judgeDueRuns());
    const before = await pool().query('select change from runs where id = $1', [claim.runId])
    await judgeDueRuns()
    await judgeStoredRun(claim.runId)
    expect((await pool().query('select change from runs where id = $1', [claim.runId])).rows).toEqual(before.rows)
    expect(await findings()).toHaveLength(1)
  })

  it('goes back with a resumed run: what a lost attempt said after its checkpoint counts no more', async () => {
    await measure('groups/mixed', 1, [...times(6, 0.1), ...times(6, 1), ...times(6, 0.1)])
    await judgeStoredRun(claim.runId)
    expect((await findings()).map(({ openedStep, closedBy }) => [openedStep, closedBy])).toEqual([
      [15, null],
      [5, 'calm'],
    ])
    await resumeAt(2, 7)
    await judgeStoredRun(claim.runId)
    expect(await findings()).toMatchObject([{ openedStep: 5, closedBy: null }])
    expect(await openRules()).toEqual(['flat-groups'])
    await measure('groups/mixed', 8, times(8, 1), 2)
    await judgeStoredRun(claim.runId)
    expect(await findings()).toMatchObject([{ openedStep: 5, closedBy: 'calm', closedStep: 9 }])
  })

  it('judges each stage by itself', async () => {
    await measure('reward/mean', 1, times(10, 0.9))
    await pool().query(
      `update stage_runs set start_step = case position when 0 then 0 else 10 end
      where run_id = $1 and position < 2`,
      [claim.runId],
    )
    await measure('reward/mean', 11, times(11, 0.3))
    await judgeStoredRun(claim.runId)
    expect(await findings()).toEqual([])
  })

  it('reads other trainers’ names of the same things', async () => {
    await measure('frac_reward_zero_std', 1, times(7, 0.8))
    await measure('completions/clipped_ratio', 8, times(7, 0.4))
    await judgeStoredRun(claim.runId)
    expect((await findings()).map(({ rule }) => rule).sort()).toEqual(['flat-groups', 'truncation'])
  })

  it('counts episodes: cut off ones, and rollouts of a task that call the same tools in the same order', async () => {
    const episodes = (await trainerEpisodes(claim, 40)).filter(({ partition }) => partition === 'train').slice(0, 4)
    const [first] = episodes
    if (!first) throw new Error('the trainer reported no training episode')
    const rollout = (step: number, index: number, alike: boolean) => {
      const source = alike ? first : (episodes[index % episodes.length] ?? first)
      const calls = source.steps.flatMap(({ calls: made }) => made)
      const named = source.steps.map((taken, at) =>
        at > 0 || alike
          ? taken
          : { ...taken, calls: calls.slice(0, 1).map((call) => ({ ...call, name: `tool_${index}` })) },
      )
      return {
        ...{ ...first, id: `${step}.${index}`, trainingStep: step, stage: 0, group: `${step}`, rollout: index },
        ...{ truncated: index < 2 ? ('length' as const) : null, success: false, steps: named },
      }
    }
    const record = async (step: number, alike: boolean) => {
      const events = await packEvents([
        { type: 'episodes', episodes: [0, 1, 2, 3].map((index) => rollout(step, index, alike)) },
        { type: 'metrics', stage: 0, step, values: { entropy: 1 } },
      ])
      await recordBatch({ run: claim.runId, epoch: 1, source: 'episodes', sequence: step, at: 0, events })
    }
    for (let step = 1; step <= 5; step++) await record(step, false)
    for (let step = 6; step <= 11; step++) await record(step, true)
    await judgeStoredRun(claim.runId)
    const counters = await pool().query(
      'select step, episodes, truncated, rollouts, "distinct" from step_counters where run_id = $1 and step in (1, 10) order by step',
      [claim.runId],
    )
    expect(counters.rows).toEqual([
      { step: 1, episodes: 4, truncated: 2, rollouts: 3, distinct: 3 },
      { step: 10, episodes: 4, truncated: 2, rollouts: 3, distinct: 0 },
    ])
    expect((await findings()).map(({ rule, openedStep }) => [rule, openedStep]).sort()).toEqual([
      ['tool-diversity', 10],
      ['truncation', 5],
    ])
  })

  it('is found in the runs table by the filter', async () => {
    await measure('groups/mixed', 1, times(8, 0.1))
    await judgeStoredRun(claim.runId)
    const found = async (filter: string) =>
      (await listRuns(runListInput.parse({ filter: `${filter} and id = ${claim.runId}` }))).runs.map(
        ({ health }) => health,
      )
    expect(await found('health = flat-groups')).toEqual([['flat-groups']])
    expect(await found('health != none')).toEqual([['flat-groups']])
    expect(await found('health = truncation')).toEqual([])
    await pool().query(`update runs set heartbeat_at = now() - interval '1 hour' where id = $1`, [claim.runId])
    expect(await found('health = no-heartbeat')).toEqual([['flat-groups', 'no-heartbeat']])
  })
})

describe('the settings of a rule', () => {
  it('hold from the next step on, while findings keep the threshold that fired them', async () => {
    const rule = { rule: 'flat-groups', enabled: true, webhookUrl: null }
    await measure('groups/mixed', 1, times(7, 0.3))
    await judgeStoredRun(claim.runId)
    await saveRule({ ...rule, threshold: 0.95 })
    await measure('groups/mixed', 8, times(2, 0.3))
    await judgeStoredRun(claim.runId)
    expect(await findings()).toMatchObject([{ threshold: 0.5, closedBy: 'calm', closedStep: 7 }])
    await saveRule({ ...rule, threshold: null })
  })

  it('close what is open when it is switched off', async () => {
    const rule = { rule: 'flat-groups', threshold: null, webhookUrl: null }
    await measure('groups/mixed', 1, times(7, 0.1))
    await judgeStoredRun(claim.runId)
    await saveRule({ ...rule, enabled: false })
    expect(await findings()).toMatchObject([{ closedBy: 'off' }])
    expect(await openRules()).toEqual([])
    await measure('groups/mixed', 8, times(3, 0.1))
    await judgeStoredRun(claim.runId)
    expect(await findings()).toHaveLength(1)
    await saveRule({ ...rule, enabled: true })
  })

  it('are refused with what would be right', async () => {
    const rule = { rule: 'flat-groups', enabled: true, threshold: null, webhookUrl: null }
    await expect(saveRule({ ...rule, threshold: 7 })).rejects.toMatchObject({ field: 'threshold' })
    await expect(saveRule({ ...rule, webhookUrl: 'http://192.168.1.1/' })).rejects.toMatchObject({
      field: 'webhookUrl',
      message: expect.stringContaining('ENVTUNE_WEBHOOK_HOSTS'),
    })
  })
})

describe('a run of many points', () => {
  it('is read in pieces once, and afterwards only what is new', { timeout: 120_000 }, async () => {
    await pool().query(
      `with s as (insert into metric_series (attempt_id, name) values ($1, 'reward/mean') returning id)
       insert into metric_points (series_id, step, at, value)
       select s.id, step, step * 1000, 0.5 + (step % 7) / 100.0 from s, generate_series(1, 200000) step`,
      [claim.attemptId],
    )
    await pool().query('update runs set training_step = 200001, change = change + 1 where id = $1', [claim.runId])
    let pieces = 0
    while (await judgeStoredRun(claim.runId)) pieces++
    expect(pieces).toBeGreaterThanOrEqual(10)
    await inTransaction((sql) =>
      writePoints(sql, claim.attemptId, [{ name: 'reward/mean', step: 200_001, at: 0, value: 0.5 }]),
    )
    await pool().query('update runs set training_step = 200002, change = change + 1 where id = $1', [claim.runId])
    const began = performance.now()
    expect(await judgeStoredRun(claim.runId)).toBe(false)
    expect(performance.now() - began).toBeLessThan(2000)
    expect(await findings()).toEqual([])
  })
})
