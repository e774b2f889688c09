import { AppError } from '@/server/app-error'
import type { EndpointSnapshot, EvaluationSnapshot } from '@/server/core/chat/evaluation-snapshot'
import { needsSearch } from '@/server/core/chat/needs-search'
import { needsSimulator } from '@/server/core/chat/needs-simulator'
import { findEndpoint } from '@/server/db/endpoints'
import { searchSnapshot } from '@/server/services/search/search-snapshot'

interface ChosenCompanions {
  readonly simulator: number | null
  readonly search: number | null
}

/** Who plays the user and what answers web search, as chosen. Throws BAD_INPUT where a suite needs one and none is. */
export async function companionsOf(
  chosen: ChosenCompanions,
  suites: EvaluationSnapshot['suites'],
): Promise<Pick<EvaluationSnapshot, 'simulator' | 'search'>> {
  const [simulator, search] = await Promise.all([
    chosen.simulator === null ? null : endpointSnapshot(chosen.simulator, 'simulator'),
    chosen.search === null ? null : searchSnapshot(chosen.search),
  ])
  if (simulator === null && suites.some(({ name }) => needsSimulator(name)))
    throw new AppError('BAD_INPUT', 'Choose an endpoint that plays the user: a suite needs one.', 'simulator')
  if (search === null && suites.some(({ name }) => needsSearch(name)))
    throw new AppError('BAD_INPUT', 'Choose what answers web search: a suite needs it.', 'search')
  return { simulator, search }
}

/** An endpoint as it is now. Throws BAD_INPUT at the field. */
export async function endpointSnapshot(id: number, field: string): Promise<EndpointSnapshot> {
  const stored = await findEndpoint(id)
  if (!stored || stored.archivedAt !== null)
    throw new AppError('BAD_INPUT', `There is no endpoint ${id}: choose one of the list.`, field)
  return { id, name: stored.name, settings: stored.settings }
}
