import { z } from 'zod'
import { archiveBackend } from '@/server/services/backends/archive-backend'
import { listBackends } from '@/server/services/backends/list-backends'
import { lookAtBackend } from '@/server/services/backends/look-at-backend'
import { pinRunCheckpoint } from '@/server/services/backends/pin-checkpoint'
import { runCluster } from '@/server/services/backends/run-cluster'
import { runFiles } from '@/server/services/backends/run-files'
import { saveBackend, saveBackendInput } from '@/server/services/backends/save-backend'
import { takeElsewhere } from '@/server/services/backends/take-elsewhere'
import { testBackend } from '@/server/services/backends/test-backend'
import { procedure, router } from '../trpc'

const runInput = z.object({
  run: z
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
})
const idInput = z.object({ id: z.int32().positive() })

export const backendsRouter = router({
  list: procedure.query(() => listBackends()),
  save: procedure.input(saveBackendInput).mutation(({ input }) => saveBackend(input)),
  archive: procedure
    .input(idInput.extend({ archived: z.boolean() }))
    .mutation(({ input }) => archiveBackend(input.id, input.archived)),
  /** Looks at it now, not at the worker's next round. */
  look: procedure.input(idInput).mutation(({ input }) => lookAtBackend(input.id)),
  /** What a run on a cluster does there: jobs, GPU-hours, checkpoints. */
  ofRun: procedure.input(runInput).query(({ input }) => runCluster(input.run)),
  /** The same run for those who cannot submit to the cluster from here. */
  files: procedure.input(runInput).query(({ input }) => runFiles(input.run)),
  /** Hands a run over to whoever carries it out with those files; answers the tokens, once. */
  handOver: procedure.input(runInput).mutation(({ input }) => takeElsewhere(input.run)),
  pin: procedure
    .input(runInput.extend({ checkpoint: z.int32().positive(), pinned: z.boolean() }))
    .mutation(({ input }) => pinRunCheckpoint(input.run, input.checkpoint, input.pinned)),
  test: procedure.input(idInput).mutation(({ input }) => testBackend(input.id)),
})
