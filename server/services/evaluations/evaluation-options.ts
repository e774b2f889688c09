import { needsSimulator } from '@/server/core/chat/needs-simulator'
import { listEndpoints } from '@/server/services/endpoints/list-endpoints'
import { suiteOverview } from '@/server/services/suites/suite-overview'

/** Endpoints and suites that a new evaluation can choose among. */
export async function evaluationOptions() {
  const [endpoints, suites] = await Promise.all([listEndpoints(), suiteOverview()])
  return {
    endpoints: endpoints.filter(({ archivedAt }) => archivedAt === null),
    suites: suites.map(({ name, title, kind, partitions }) => ({
      ...{ name, title, kind, tests: partitions.test ?? 0 },
      needsSimulator: needsSimulator(name),
    })),
  }
}
