import type pg from 'pg'
import { needsSearch } from '@/server/core/chat/needs-search'
import type { EpisodeScope } from '@/server/db/episode-writes'
import type { EvaluationClaim } from '@/server/db/evaluation-jobs'
import { writePlayedEvaluation } from '@/server/db/evaluation-jobs-results'
import { listDonePlays } from '@/server/db/evaluation-plays'
import { suiteEvaluationHash, withOwnEnvironment } from '@/server/hashes/source-hashes'
import { recordGap } from '@/server/services/recording/record-evaluation'
import { measurePlays, scorePlays } from './score-plays'

/** A suite whose plays are all done gets its evaluation, as a run's final one: the leaderboard shows it. */
export async function recordSuite(
  sql: pg.PoolClient,
  scope: EpisodeScope,
  { runId, snapshot }: EvaluationClaim,
  suiteId: number,
): Promise<void> {
  const suite = snapshot.suites.find(({ id }) => id === suiteId)
  if (!suite) throw new Error(`the evaluation has no suite ${suiteId}`)
  // measured with another web, a suite is another one
  const environment = needsSearch(suite.name) ? snapshot.search?.hash : suite.environment
  const plays = await listDonePlays(sql, runId, suiteId)
  const evaluation = {
    ...{ point: 'final', partition: 'test', step: snapshot.checkpoint?.step ?? 0, suiteId, profile: 'bfcl' as const },
    evaluationHash: suiteEvaluationHash(withOwnEnvironment(snapshot.evaluationHash, environment), suite.hash),
    scores: scorePlays(suite.name, plays),
    turnCount: plays.reduce((sum, { turnScores }) => sum + turnScores.length, 0),
  }
  await writePlayedEvaluation(sql, scope, evaluation, { repeats: snapshot.repeats, measures: measurePlays(plays) })
  await recordGap(sql, runId, { point: 'final', partition: 'test' })
}
