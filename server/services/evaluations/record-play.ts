import type pg from 'pg'
import type { EpisodeRecord } from '@/server/core/episodes/record'
import { placeEpisodes, writeEpisodes } from '@/server/db/episode-writes'
import type { EvaluationClaim } from '@/server/db/evaluation-jobs'
import { addUsage, countPlays, type OpenPlay, storeDone, storeFailed } from '@/server/db/evaluation-plays'
import { type LockedRun, lockRunForAttempt } from '@/server/db/run-lock'
import { updateRunSummary } from '@/server/db/run-summary'
import { writeToolErrors } from '@/server/db/tool-error-writes'
import { inTransaction } from '@/server/db/transaction'
import { packEpisodes } from '@/server/recording/pack-events'
import { announceRun } from '@/server/services/recording/announce-run'
import { recordSuite } from './record-suite'
import { notJudged, type TaskPlay } from './task-play'

/** Why a play does not count, and how many tries that costs. */
export interface PlayFailure {
  readonly reason: string
  readonly tries: number
}

/**
 * Stores the episode and what became of the play, whole or not at all; the last play of a suite stores its evaluation,
 * too. Throws CONFLICT when another worker has taken the evaluation over.
 */
export async function recordPlay(
  claim: EvaluationClaim,
  open: OpenPlay,
  play: TaskPlay,
  failure: PlayFailure | null,
): Promise<void> {
  const { runId, epoch } = claim
  const before = play.before().map((record) => provenance(record, notJudged))
  const episodes = await packEpisodes([provenance(play.record(), failure?.reason ?? null), ...before])
  const change = await inTransaction(async (sql) => {
    const run = await lockRunForAttempt(sql, runId, epoch)
    const rows = await placeEpisodes(sql, run, episodes, () => open.taskId)
    const [row] = rows
    if (!row) throw new Error('the episode was not stored')
    await writeEpisodes(sql, run, rows)
    const name = { runId, taskId: open.taskId, repeat: open.repeat }
    await addUsage(sql, name, play.usage())
    if (failure) await storeFailed(sql, name, failure.reason, failure.tries)
    else {
      await writeToolErrors(sql, run, [row])
      await storeDone(sql, name, row.id, play.outcome())
    }
    return await progress(sql, run, claim, failure ? null : open.suiteId)
  })
  announceRun(runId, change)
}

const provenance = (record: EpisodeRecord, invalid: string | null) => ({
  ...record,
  origin: 'trainer' as const,
  invalid,
  policy: null,
})

async function progress(sql: pg.PoolClient, run: LockedRun, claim: EvaluationClaim, playedSuite: number | null) {
  const { done, total } = await countPlays(sql, claim.runId)
  if (playedSuite !== null) {
    const suite = await countPlays(sql, claim.runId, playedSuite)
    if (suite.done === suite.total) await recordSuite(sql, run, claim, playedSuite)
  }
  return updateRunSummary(sql, claim.runId, { progress: total === 0 ? 0 : done / total, doing: `${done} of ${total}` })
}
