import { z } from 'zod'
import { cancelEvaluation } from '@/server/services/evaluations/cancel-evaluation'
import { checkpointOptions } from '@/server/services/evaluations/checkpoint-options'
import { estimateEvaluation, estimateInput } from '@/server/services/evaluations/estimate-evaluation'
import { evaluationOptions } from '@/server/services/evaluations/evaluation-options'
import { getEvaluation } from '@/server/services/evaluations/get-evaluation'
import {
  launchCheckpointEvaluation,
  launchCheckpointInput,
} from '@/server/services/evaluations/launch-checkpoint-evaluation'
import { launchEvaluation, launchEvaluationInput } from '@/server/services/evaluations/launch-evaluation'
import { listEvaluations, listEvaluationsInput } from '@/server/services/evaluations/list-evaluations'
import { resumeEvaluation } from '@/server/services/evaluations/resume-evaluation'
import { procedure, router } from '../trpc'

const idInput = z.object({
  id: z
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
})

export const evaluationsRouter = router({
  list: procedure.input(listEvaluationsInput).query(({ input }) => listEvaluations(input)),
  get: procedure.input(idInput).query(({ input }) => getEvaluation(input.id)),
  /** What can be chosen for a new one. */
  options: procedure.query(() => evaluationOptions()),
  estimate: procedure.input(estimateInput).query(({ input }) => estimateEvaluation(input)),
  launch: procedure.input(launchEvaluationInput).mutation(({ input }) => launchEvaluation(input)),
  /** What can be chosen to evaluate a run's own policy. */
  checkpointOptions: procedure.input(idInput).query(({ input }) => checkpointOptions(input.id)),
  launchCheckpoint: procedure.input(launchCheckpointInput).mutation(({ input }) => launchCheckpointEvaluation(input)),
  cancel: procedure.input(idInput).mutation(({ input }) => cancelEvaluation(input.id)),
  resume: procedure.input(idInput).mutation(({ input }) => resumeEvaluation(input.id)),
})
