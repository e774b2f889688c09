import { z } from 'zod'
import { curriculumDraftSchema } from '@/server/core/curriculum/read-curriculum'
import { countTasks } from '@/server/services/curricula/count-tasks'
import { gatedRuns, gateSeries } from '@/server/services/curricula/gate-series'
import { curriculumVersionInput, getCurriculum } from '@/server/services/curricula/get-curriculum'
import { listCurricula } from '@/server/services/curricula/list-curricula'
import { removeCurriculum } from '@/server/services/curricula/remove-curriculum'
import { saveCurriculum } from '@/server/services/curricula/save-curriculum'
import { procedure, router } from '../trpc'

const runInput = z.object({
  run: z
    .number()
    .int()
    .positive()
    .max(2 ** 31 - 1),
})

export const curriculaRouter = router({
  list: procedure.query(() => listCurricula()),
  get: procedure.input(curriculumVersionInput).query(({ input }) => getCurriculum(input)),
  save: procedure.input(curriculumDraftSchema).mutation(({ input }) => saveCurriculum(input)),
  remove: procedure.input(curriculumVersionInput.required()).mutation(({ input }) => removeCurriculum(input)),
  taskCounts: procedure.query(() => countTasks()),
  gatedRuns: procedure.query(() => gatedRuns()),
  gateSeries: procedure.input(runInput).query(({ input }) => gateSeries(input.run)),
})
