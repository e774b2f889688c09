import { needsSearch } from '@/server/core/chat/needs-search'
import { needsSimulator } from '@/server/core/chat/needs-simulator'
import { listRunsWithCheckpoints } from '@/server/db/evaluation-checkpoints'
import { listEndpoints } from '@/server/services/endpoints/list-endpoints'
import { listSearchProviders } from '@/server/services/search/list-search-providers'
import { suiteOverview } from '@/server/services/suites/suite-overview'

const mostRuns = 100

/** Endpoints, search providers, suites and trained runs that a new evaluation can choose among. */
export async function evaluationOptions() {
  const [endpoints, searchProviders, suites, runs] = await Promise.all([
    listEndpoints(),
    listSearchProviders(),
    suiteOverview(),
    listRunsWithCheckpoints(mostRuns),
  ])
  return {
    endpoints: endpoints.filter(({ archivedAt }) => archivedAt === null),
    searchProviders,
    /** Whose checkpoints can be evaluated. */
    runs,
    suites: suites.map(({ name, title, kind, partitions }) => ({
      ...{ name, title, kind, tests: partitions.test ?? 0 },
      needsSimulator: needsSimulator(name),
      needsSearch: needsSearch(name),
    })),
  }
}
