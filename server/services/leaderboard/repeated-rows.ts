import { passCurve } from '@/server/core/evaluation/pass-curve'
import { Rng } from '@/server/core/rng'
import { listRepeatedEvaluations } from '@/server/db/repeated-evaluations'

/** Resampling takes some milliseconds for each. */
const mostEvaluations = 60

/** Final evaluations with several repeats, newest run first: what k attempts at a task achieve. */
export async function repeatedRows() {
  const evaluations = await listRepeatedEvaluations(mostEvaluations)
  return evaluations.map(({ run, name, tasks, ...rest }) => {
    const curve = passCurve(tasks, Rng.seeded(0, 'repeats', run, rest.suite))
    return { run: { id: run, name }, ...rest, tasks: tasks.length, curve }
  })
}
