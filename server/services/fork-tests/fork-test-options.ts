import { listSetVersions } from '@/server/db/augmentation-set-versions'
import { listDrafts } from '@/server/db/hint-drafts'
import { listEndpoints } from '@/server/services/endpoints/list-endpoints'

/** Sets, drafts and endpoints that a new fork test can choose among. */
export async function forkTestOptions() {
  const [versions, drafts, endpoints] = await Promise.all([listSetVersions(), listDrafts(), listEndpoints()])
  return {
    sets: versions.map(({ name, version, title }) => ({ name, version, title })),
    drafts: drafts.map(({ id, title, name }) => ({ id, title, name })),
    endpoints: endpoints
      .filter(({ archivedAt }) => archivedAt === null)
      .map(({ id, name, settings }) => ({ id, name, model: settings.model })),
  }
}
