import { AppError } from '@/server/app-error'
import { listJobs } from '@/server/db/backend-jobs'
import { pool } from '@/server/db/client'
import { countPlaysBySuite, countTroubles, findEvaluationRow, listOpenReasons } from '@/server/db/evaluation-jobs-list'
import { listDonePlays } from '@/server/db/evaluation-plays'
import { hasLiveWorker } from '@/server/db/workers'
import { evaluationView } from './evaluation-view'
import { measurePlays, scorePlays } from './score-plays'
import { notJudged } from './task-play'

/** One evaluation with the scores of what has been played so far. Throws NOT_FOUND. */
export async function getEvaluation(id: number) {
  const row = await findEvaluationRow(id)
  if (!row) throw new AppError('NOT_FOUND', `There is no evaluation #${id}.`, 'id')
  const [counts, plays, openReasons, troubles, hasWorker, jobs] = await Promise.all([
    countPlaysBySuite(id),
    listDonePlays(pool(), id),
    listOpenReasons(id),
    countTroubles(id, notJudged),
    hasLiveWorker(),
    row.snapshot.checkpoint?.served ? listJobs(id) : [],
  ])
  return {
    ...evaluationView(row),
    /** How the endpoint is asked; null: a checkpoint is evaluated. */
    settings: row.snapshot.endpoint?.settings ?? null,
    evaluationHash: row.snapshot.evaluationHash,
    results: row.snapshot.suites.map(({ id: suiteId, name, title }) => {
      const own = plays.filter((play) => play.suiteId === suiteId)
      const { tasks = 0, total = 0, done = 0 } = counts.find((count) => count.suiteId === suiteId) ?? {}
      const scores = own.length === 0 ? null : scorePlays(name, own)
      return { ...{ suite: name, title, tasks, total, done, scores }, measures: measurePlays(own) }
    }),
    openReasons,
    ...troubles,
    /** Whether somebody is there to carry it out. */
    hasWorker,
    /** On the cluster: those that serve its model, oldest first. */
    jobs,
  }
}
