import { needsSearch } from '@/server/core/chat/needs-search'
import { needsSimulator } from '@/server/core/chat/needs-simulator'
import { listEndpoints } from '@/server/services/endpoints/list-endpoints'
import { listSearchProviders } from '@/server/services/search/list-search-providers'
import { suiteOverview } from '@/server/services/suites/suite-overview'

/** Endpoints, search providers and suites that a new evaluation can choose among. */
export async function evaluationOptions() {
  const [endpoints, searchProviders, suites] = await Promise.all([
    listEndpoints(),
    listSearchProviders(),
    suiteOverview(),
  ])
  return {
    endpoints: endpoints.filter(({ archivedAt }) => archivedAt === null),
    searchProviders,
    suites: suites.map(({ name, title, kind, partitions }) => ({
      ...{ name, title, kind, tests: partitions.test ?? 0 },
      needsSimulator: needsSimulator(name),
      needsSearch: needsSearch(name),
    })),
  }
}
