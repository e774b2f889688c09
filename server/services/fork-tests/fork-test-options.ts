import { listSetVersions } from '@/server/db/augmentation-set-versions'
import { listEndpoints } from '@/server/services/endpoints/list-endpoints'

/** Sets and endpoints that a new fork test can choose among. */
export async function forkTestOptions() {
  const [versions, endpoints] = await Promise.all([listSetVersions(), listEndpoints()])
  return {
    sets: versions.map(({ name, version, title }) => ({ name, version, title })),
    endpoints: endpoints
      .filter(({ archivedAt }) => archivedAt === null)
      .map(({ id, name, settings }) => ({ id, name, model: settings.model })),
  }
}
