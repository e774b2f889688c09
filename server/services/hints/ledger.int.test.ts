import { beforeAll, describe, expect, it } from 'vitest'
import type { EpisodeRecord, ToolErrorRecord } from '@/server/core/episodes/record'
import { builtinAugmentationSet } from '@/server/core/hints/builtin'
import type { Claim } from '@/server/db/claims'
import { pool } from '@/server/db/client'
import { supersedeAfter } from '@/server/db/supersede'
import { inTransaction } from '@/server/db/transaction'
import { packEvents } from '@/server/recording/pack-events'
import { recordBatch } from '@/server/services/recording/record-batch'
import { trainerEpisodes } from '@/server/services/recording/testing/trainer-episodes'
import { claimSmallRun } from '@/server/services/runs/testing/small-claim'
import { failureExamples } from './failure-examples'
import { hintLedger } from './ledger'
import { missingHints } from './missing-hints'
import { ruleDetail } from './rule-detail'

const [known = '', second = ''] = builtinAugmentationSet.rules.map(({ id }) => id)

const failure = (changes: Partial<ToolErrorRecord>): ToolErrorRecord => ({
  ...{ turn: 0, step: 0, call: 0, domain: 'TicketAPI', tool: 'create_ticket', code: 'not_logged_in', values: {} },
  ...{ rule: known, shown: true, recovered: false },
  ...changes,
})

let claim: Claim
let other: Claim

async function record(run: Claim, sequence: number, episodes: readonly EpisodeRecord[]): Promise<void> {
  const events = await packEvents([{ type: 'episodes', episodes }])
  await recordBatch({ run: run.runId, epoch: run.epoch, source: 'test', sequence, at: 0, events })
}

/** Real episodes with these failures in place of their own; in the first turn of every second one all went well. */
function told(episodes: readonly EpisodeRecord[], name: string, failures: readonly ToolErrorRecord[][]) {
  return failures.map((toolErrors, index) => {
    const episode = episodes[index]
    if (!episode) throw new Error('the trainer told of too few episodes')
    const turns = episode.turns.map((turn) => ({ ...turn, reward: index % 2 }))
    return { ...episode, id: `${name}${index}`, trainingStep: index, turns, toolErrors }
  })
}

let episodes: EpisodeRecord[]

beforeAll(async () => {
  claim = await claimSmallRun()
  other = await claimSmallRun()
  episodes = await trainerEpisodes(claim, 40)
  const failures: ToolErrorRecord[][] = [
    [failure({ recovered: true })],
    [failure({}), failure({ step: 1, shown: false })],
    [failure({ shown: false, recovered: true })],
    [failure({ rule: null, code: 'ticket_unknown', shown: false })],
    [failure({ rule: null, code: 'ticket_unknown', shown: false, recovered: true })],
    [failure({ rule: null, code: 'rare', shown: false })],
    [failure({ rule: 'a.rule-of-another-version', recovered: true })],
  ]
  await record(claim, 0, told(episodes, 'e', failures))
  await record(other, 0, told(episodes.slice(20), 'o', [[failure({ recovered: true })]]))
})

const ruleOf = async (run: number | null, rule = known) =>
  (await hintLedger({ set: 'built-in', run })).rules.find(({ id }) => id === rule)

describe('the hint ledger', () => {
  it('counts failures, hints and what followed, hinted and not apart', async () => {
    const row = await ruleOf(claim.runId)
    expect(row).toMatchObject({
      failures: 4,
      shown: 2,
      recoveredWhenShown: { hits: 1, of: 2 },
      recoveredOtherwise: { hits: 1, of: 2 },
    })
    expect(row?.recoveredWhenShown.interval?.low).toBeGreaterThan(0)
    expect(row?.recoveredWhenShown.interval?.high).toBeLessThan(1)
  })
  it('counts turns once, and those that were right, with the hint and without', async () => {
    const row = await ruleOf(claim.runId)
    expect(row?.turns).toMatchObject({ withHint: { hits: 1, of: 2 }, without: { hits: 0, of: 1 } })
    expect(row?.turns.difference?.value).toBe(0.5)
  })
  it('counts one run, the runs of a group, or all of them', async () => {
    expect((await ruleOf(other.runId))?.failures).toBe(1)
    const { rows } = await pool().query<{ group: string }>('select launch_group "group" from runs where id = $1', [
      other.runId,
    ])
    const { rules } = await hintLedger({ set: 'built-in', group: rows[0]?.group })
    expect(rules.find(({ id }) => id === known)?.failures).toBe(1)
    const all = await pool().query<{ count: number }>('select count(*)::int from tool_error_events where rule = $1 ', [
      known,
    ])
    expect((await ruleOf(null))?.failures).toBe(all.rows[0]?.count)
    await expect(hintLedger({ set: 'built-in', group: 'none' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
  it('lists every rule, and has no interval where nothing was counted', async () => {
    const { rules } = await hintLedger({ set: 'built-in', run: claim.runId })
    expect(rules).toHaveLength(builtinAugmentationSet.rules.length)
    const silent = rules.find(({ failures }) => failures === 0)
    expect(silent?.recoveredWhenShown).toEqual({ hits: 0, of: 0, interval: null })
    expect(silent?.turns.difference).toBeNull()
  })
  it('does not hide what rules of other versions caught', async () => {
    const { elsewhere } = await hintLedger({ set: 'built-in', run: claim.runId })
    expect(elsewhere).toMatchObject([
      { id: 'a.rule-of-another-version', failures: 1, shown: 1, recoveredWhenShown: { hits: 1, of: 1 } },
    ])
  })
  it('of an unknown set or version is not found', async () => {
    await expect(hintLedger({ set: 'none' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(hintLedger({ set: 'built-in', version: 999 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
  it('tells of one rule by stage, by tool and over steps', async () => {
    const detail = await ruleDetail({ rule: known, run: claim.runId })
    expect(detail.counts?.failures).toBe(4)
    expect(detail.byTool).toMatchObject([
      { name: 'create_ticket', detail: 'TicketAPI · not_logged_in', failures: 4, shown: 2 },
    ])
    expect(detail.byStage.reduce((sum, { failures }) => sum + failures, 0)).toBe(4)
    expect(detail.steps.map(({ step, failures }) => [step, failures])).toEqual([
      [0, 1],
      [1, 2],
      [2, 1],
    ])
    await expect(ruleDetail({ rule: 'no.such-rule' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('failures without a hint', () => {
  it('are named with what they may have cost, most costly first', async () => {
    const { clusters, count, failures } = await missingHints({ set: 'built-in', run: claim.runId, limit: 10 })
    expect(
      clusters.map(({ code, failedTurns, failures, recovered }) => [code, failedTurns, failures, recovered.hits]),
    ).toEqual([
      ['ticket_unknown', 1, 2, 1],
      ['rare', 0, 1, 0],
    ])
    expect([count, failures]).toEqual([2, 3])
  })
  it('say whether the set has a rule for them by now', async () => {
    const { clusters } = await missingHints({ set: 'built-in', run: claim.runId, limit: 10 })
    expect(clusters.map(({ coveredBy }) => coveredBy !== null)).toEqual([true, false])
  })
  it('say whether a rule can be for them: it cannot where no domain has such an error', async () => {
    const { clusters } = await missingHints({ set: 'built-in', run: claim.runId, limit: 10 })
    expect(clusters.map(({ canHaveRule }) => canHaveRule)).toEqual([true, false])
  })
  it('have examples that lead to their step', async () => {
    const of = { domain: 'TicketAPI', tool: 'create_ticket', code: 'ticket_unknown' }
    const examples = await failureExamples({ of, run: claim.runId, limit: 5 })
    expect(examples.map(({ recovered, turnOk, rule }) => [recovered, turnOk, rule])).toEqual([
      [true, false, null],
      [false, true, null],
    ])
    const { rows } = await pool().query<{ key: string }>('select key from episodes where id = $1', [
      examples[0]?.episode,
    ])
    expect(rows[0]?.key).toBe('e4')
    expect(await failureExamples({ of: { rule: known }, run: claim.runId, limit: 2 })).toHaveLength(2)
  })
})

describe('the roll-ups of failing calls', () => {
  const sums = async () => {
    const { rows } = await pool().query<Record<string, number>>(
      `select (select count(*)::int from tool_error_events t join episodes e on e.id = t.episode_id
                where not e.superseded) events,
              (select sum(failures)::int from tool_error_counts) counts,
              (select sum(failures)::int from tool_error_totals) totals,
              (select sum(failures)::int from tool_error_steps) steps,
              (select sum(turns_ok)::int from tool_error_counts) "turnsOk",
              (select sum(turns_ok)::int from tool_error_totals) "totalTurnsOk"`,
    )
    const { events, counts, totals, steps, turnsOk, totalTurnsOk } = rows[0] ?? {}
    expect([counts, totals, steps]).toEqual([events, events, events])
    expect(totalTurnsOk).toBe(turnsOk)
    return events ?? 0
  }
  const spare: ToolErrorRecord[][] = [[failure({ rule: second })], [failure({ rule: second }), failure({ step: 1 })]]

  it('count a batch once, however often it arrives', async () => {
    const before = await sums()
    await record(claim, 1, told(episodes, 'again', spare))
    await record(claim, 1, told(episodes, 'again', spare))
    expect(await sums()).toBe(before + 3)
    expect((await ruleOf(claim.runId, second))?.failures).toBe(2)
  })
  it('leave out what a resumed run has superseded', async () => {
    const before = await sums()
    const { rows } = await pool().query<{ id: string }>(
      `select min(id)::text id from episodes where run_id = $1 and key like 'again%'`,
      [claim.runId],
    )
    const lastEpisodeId = BigInt(rows[0]?.id ?? 0) - 1n
    await inTransaction((sql) => supersedeAfter(sql, claim.runId, { stage: 0, step: 0, lastEpisodeId }))
    expect(await sums()).toBe(before - 3)
    expect((await ruleOf(claim.runId, second))?.failures).toBe(0)
  })
  it('forget a run that is deleted', async () => {
    const before = await sums()
    const total = (await ruleOf(null))?.failures ?? 0
    await pool().query('delete from runs where id = $1', [other.runId])
    expect(await sums()).toBe(before - 1)
    expect((await ruleOf(null))?.failures).toBe(total - 1)
  })
})

describe('what agents did next', () => {
  it('is known of every failing call of real episodes', async () => {
    const known = async () => {
      const { rules } = await hintLedger({ set: 'built-in', run: claim.runId })
      const next = rules.flatMap(({ nextShown, nextOtherwise }) => [nextShown, nextOtherwise])
      return next.flatMap((counts) => Object.values(counts)).reduce((sum, count) => sum + count, 0)
    }
    const before = await known()
    const real = episodes.map((episode) => ({ ...episode, id: `real ${episode.id}` }))
    await record(claim, 2, real)
    const failures = real.flatMap(({ toolErrors }) => toolErrors).filter(({ rule }) => rule !== null)
    expect(failures.length).toBeGreaterThan(5)
    expect(await known()).toBe(before + failures.length)
  })
})
