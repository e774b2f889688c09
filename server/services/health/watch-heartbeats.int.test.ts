import { beforeEach, describe, expect, it } from 'vitest'
import { pool } from '@/server/db/client'
import { listFindings } from '@/server/db/health-findings'
import { claimSmallRun } from '@/server/services/runs/testing/small-claim'
import { saveRule } from './save-rule'
import { watchHeartbeats } from './watch-heartbeats'

let run: number
const set = (sql: string) => pool().query(`update runs set ${sql} where id = $1`, [run])
const heard = (secondsAgo: number) => set(`heartbeat_at = now() - interval '${secondsAgo} s'`)
const findings = () => listFindings(run, 10)

beforeEach(async () => {
  // a run whose lease has run out would be claimed again
  await pool().query(`update runs set status = 'finished', ended_at = now()`)
  run = (await claimSmallRun()).runId
})

describe('a heartbeat that is lost', () => {
  it('is found once, with its age, and the run is never called anything but what it is', async () => {
    await heard(100)
    await watchHeartbeats()
    await watchHeartbeats()
    const [finding, ...others] = await findings()
    expect(others).toEqual([])
    expect(finding).toMatchObject({ rule: 'no-heartbeat', threshold: 30, closedBy: null })
    expect(finding?.value).toBeGreaterThanOrEqual(100)
    const stored = await pool().query('select status, status_reason from runs where id = $1', [run])
    expect(stored.rows).toEqual([{ status: 'running', status_reason: null }])
  })

  it('is over when the run is heard again, and when it has ended', async () => {
    await heard(100)
    await watchHeartbeats()
    await heard(0)
    await watchHeartbeats()
    expect(await findings()).toMatchObject([{ closedBy: 'calm' }])
    await heard(100)
    await watchHeartbeats()
    await set(`status = 'stopped'`)
    await watchHeartbeats()
    expect((await findings()).map(({ closedBy }) => closedBy).sort()).toEqual(['calm', 'ended'])
  })

  it('is none of a run that waits, has ended, or is heard', async () => {
    for (const status of ['queued', 'finished', 'failed', 'stopped']) {
      await set(`status = '${status}'`)
      await heard(100)
      await watchHeartbeats()
    }
    await set(`status = 'running'`)
    await heard(5)
    await watchHeartbeats()
    expect(await findings()).toEqual([])
  })

  it('is longer in coming where a trainer elsewhere only logs', async () => {
    await set(`kind = 'external'`)
    await heard(600)
    await watchHeartbeats()
    expect(await findings()).toEqual([])
    await heard(1000)
    await watchHeartbeats()
    expect(await findings()).toMatchObject([{ rule: 'no-news', threshold: 900 }])
  })

  it('is waited for as long as people say, or not at all', async () => {
    const rule = { rule: 'no-heartbeat', enabled: true, threshold: 300, webhookUrl: null }
    await saveRule(rule)
    await heard(100)
    await watchHeartbeats()
    expect(await findings()).toEqual([])
    await saveRule({ ...rule, enabled: false, threshold: null })
    await heard(1000)
    await watchHeartbeats()
    expect(await findings()).toEqual([])
    await saveRule({ ...rule, threshold: null })
  })
})
