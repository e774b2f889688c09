import { dueRuns } from '@/server/db/health-runs'
import { judgeStoredRun } from './judge-stored-run'

const mostRuns = 50

/**
 * Judges every run in which something changed, each at most one bounded piece.
 * @returns whether more is waiting
 */
export async function judgeDueRuns(isWanted: () => boolean = () => true): Promise<boolean> {
  const due = await dueRuns(mostRuns)
  let more = due.length === mostRuns
  for (const run of due) {
    if (!isWanted()) return false
    more = (await judgeStoredRun(run)) || more
  }
  return more
}
