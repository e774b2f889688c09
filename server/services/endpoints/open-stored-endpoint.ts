import { AppError } from '@/server/app-error'
import type { EndpointSettings } from '@/server/core/chat/endpoint-settings'
import { findEndpoint } from '@/server/db/endpoints'
import { OpenEndpoint } from '@/server/endpoints/open-endpoint'
import { openKey } from './endpoint-key'

/**
 * A stored endpoint, ready to be talked to.
 * @param settings other than its present ones: those that an evaluation was launched with
 */
export async function openStoredEndpoint(id: number, settings?: EndpointSettings): Promise<OpenEndpoint> {
  const stored = await findEndpoint(id)
  if (!stored) throw new AppError('NOT_FOUND', `There is no endpoint ${id}.`, 'endpoint')
  return new OpenEndpoint({ id, settings: settings ?? stored.settings, key: openKey(stored) })
}
