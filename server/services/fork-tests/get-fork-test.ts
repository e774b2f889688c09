import { AppError } from '@/server/app-error'
import { compareByRule, compareForkArms } from '@/server/core/fork-tests/effects'
import { listForks } from '@/server/db/fork-results'
import { findForkTest } from '@/server/db/fork-test-lists'
import { hasLiveWorker } from '@/server/db/workers'
import { forkTestView } from './fork-test-view'
import { observedEffects } from './observed-effects'

/** One fork test with what has been played so far: effects in all and by rule, and every fork. Throws NOT_FOUND. */
export async function getForkTest(id: number) {
  const row = await findForkTest(id)
  if (!row) throw new AppError('NOT_FOUND', `There is no fork test ${id}.`, 'id')
  const [view, forks, observed, hasWorker] = await Promise.all([
    forkTestView(row),
    listForks(id),
    observedEffects(row.runId, row.plan.target),
    hasLiveWorker(),
  ])
  const pairs: readonly (readonly [number, number])[] =
    row.plan.sets.length === 2
      ? [
          [1, 0],
          [2, 0],
          [2, 1],
        ]
      : [[1, 0]]
  return {
    ...view,
    hasWorker,
    comparisons: pairs.flatMap(([first, second]) => compareForkArms(forks, first, second) ?? []),
    byRule: row.plan.sets.flatMap((_, set) => compareByRule(forks, set + 1, 0)),
    observed,
    forks,
  }
}
