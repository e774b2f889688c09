import type pg from 'pg'
import { seriesRules } from '@/server/core/health/health-rules'
import { type ActiveRule, judgeRun } from '@/server/core/health/judge-run'
import { openFindings, rewindFindings } from '@/server/db/health-findings'
import { type JudgedRow, lockForJudging, stageStartsOf, storeJudged, storeOpenRules } from '@/server/db/health-runs'
import { dropCounters } from '@/server/db/step-counters'
import { inTransaction } from '@/server/db/transaction'
import { announceRun } from '@/server/services/recording/announce-run'
import { type RuleAsSet, rulesAsSet } from './active-rules'
import { recordChange } from './record-change'
import { runReadings } from './run-readings'

const greatestStep = 2 ** 31 - 1

/**
 * Reads what is new of a run, at most so much at once, and records which rules fired and which calmed down.
 * @returns whether more is waiting
 */
export async function judgeStoredRun(runId: number, now = new Date()): Promise<boolean> {
  const set = await rulesAsSet()
  const judged = await inTransaction(async (sql) => {
    const run = await lockForJudging(sql, runId)
    return run ? judgeLocked(sql, run, set, now) : null
  })
  if (judged?.change != null) announceRun(runId, Number(judged.change))
  return judged?.more ?? false
}

interface Judged {
  readonly more: boolean
  /** The run's change number, where something changed. */
  readonly change: string | null
}

async function judgeLocked(sql: pg.PoolClient, run: JudgedRow, set: readonly RuleAsSet[], now: Date): Promise<Judged> {
  const rewound = run.epoch > run.judgedEpoch && (await rewind(sql, run))
  const after = run.epoch > run.judgedEpoch ? Math.min(run.judgedStep, run.startStep) : run.judgedStep
  // what a step says may still come in until the next one begins
  const last = run.isLive ? run.trainingStep - 1 : greatestStep
  const read =
    last > after
      ? await runReadings(sql, { runId: run.id, after, until: last, countEpisodes: run.isTraining })
      : { readings: null, until: after }
  const changes = read.readings ? await changesOf(sql, run, { set, after, readings: read.readings, now }) : 0
  const more = read.until < last && read.readings !== null
  const change = changes > 0 || rewound ? await storeOpenRules(sql, run.id) : null
  const step = Math.min(read.until, Math.max(after, run.trainingStep))
  await storeJudged(sql, { runId: run.id, epoch: run.epoch, step, change: more ? null : seenChange(run, change) })
  return { more, change }
}

/** Up to which change everything was seen; null: something came in while we judged, so that we must look again. */
function seenChange(run: JudgedRow, ours: string | null): string | null {
  if (ours === null) return run.change
  return Number(ours) === Number(run.change) + 1 ? ours : null
}

/** A later attempt takes steps again that were judged before. */
async function rewind(sql: pg.PoolClient, run: JudgedRow): Promise<boolean> {
  if (run.judgedStep <= run.startStep) return false
  await dropCounters(sql, run.id, run.startStep)
  return rewindFindings(sql, run.id, run.startStep)
}

interface Reading {
  readonly set: readonly RuleAsSet[]
  readonly after: number
  readonly readings: Parameters<typeof judgeRun>[0]['readings']
  readonly now: Date
}

/** Records what the rules say; answers how many changes there were. */
async function changesOf(sql: pg.PoolClient, run: JudgedRow, { set, after, readings, now }: Reading): Promise<number> {
  const open = await openFindings(sql, run.id)
  const changes = judgeRun({
    rules: activeRules(set),
    readings,
    after,
    stageStarts: await stageStartsOf(sql, run.id),
    open: new Map(open.map(({ rule, openedStep }) => [rule, openedStep])),
  })
  const ids = new Map(open.map((finding) => [finding.rule, finding]))
  for (const change of changes) await recordChange(sql, { run, change, set, known: ids, now })
  return changes.length
}

function activeRules(set: readonly RuleAsSet[]): ActiveRule[] {
  return seriesRules.flatMap((rule) => {
    const as = set.find((one) => one.rule.id === rule.id)
    return as?.enabled ? [{ rule, threshold: as.threshold }] : []
  })
}
