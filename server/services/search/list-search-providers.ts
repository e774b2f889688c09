import { listSearchProviders as storedProviders } from '@/server/db/search-providers'

/** Everything that can answer web search, as people may see it: of a key only whether there is one. */
export const listSearchProviders = async () =>
  (await storedProviders()).map(({ secret, ...provider }) => ({ ...provider, hasKey: secret !== null }))
