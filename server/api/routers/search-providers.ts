import { z } from 'zod'
import { listSearchProviders } from '@/server/services/search/list-search-providers'
import { removeSearchProvider } from '@/server/services/search/remove-search-provider'
import { saveSearchProvider, saveSearchProviderInput } from '@/server/services/search/save-search-provider'
import { procedure, router } from '../trpc'

export const searchProvidersRouter = router({
  list: procedure.query(() => listSearchProviders()),
  save: procedure.input(saveSearchProviderInput).mutation(({ input }) => saveSearchProvider(input)),
  remove: procedure
    .input(z.object({ id: z.int32().positive() }))
    .mutation(({ input }) => removeSearchProvider(input.id)),
})
