import { listSearchProviders } from '@/server/services/search/list-search-providers'
import { saveSearchProvider, saveSearchProviderInput } from '@/server/services/search/save-search-provider'
import { procedure, router } from '../trpc'

export const searchProvidersRouter = router({
  list: procedure.query(() => listSearchProviders()),
  save: procedure.input(saveSearchProviderInput).mutation(({ input }) => saveSearchProvider(input)),
})
