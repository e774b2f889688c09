import { z } from 'zod'
import { archiveEndpoint } from '@/server/services/endpoints/archive-endpoint'
import { listEndpoints } from '@/server/services/endpoints/list-endpoints'
import { saveEndpoint, saveEndpointInput } from '@/server/services/endpoints/save-endpoint'
import { testEndpoint } from '@/server/services/endpoints/test-endpoint'
import { procedure, router } from '../trpc'

const idInput = z.object({ id: z.int32().positive() })

export const endpointsRouter = router({
  list: procedure.query(() => listEndpoints()),
  save: procedure.input(saveEndpointInput).mutation(({ input }) => saveEndpoint(input)),
  archive: procedure
    .input(idInput.extend({ archived: z.boolean() }))
    .mutation(({ input }) => archiveEndpoint(input.id, input.archived)),
  /** Tries it as an evaluation would. */
  test: procedure.input(idInput).mutation(({ input }) => testEndpoint(input.id)),
})
