import { AppError } from '@/server/app-error'
import { findEndpoint } from '@/server/db/endpoints'
import { type ProbeStep, probeEndpoint } from '@/server/endpoints/probe-endpoint'
import { openKey } from './endpoint-key'

export interface EndpointTest {
  readonly steps: readonly ProbeStep[]
  readonly ok: boolean
}

/** Nobody looks at a button for longer. */
const mostSeconds = 60

/** Tries an endpoint as an evaluation would use it and says what exactly failed. Throws NOT_FOUND. */
export async function testEndpoint(id: number): Promise<EndpointTest> {
  const stored = await findEndpoint(id)
  if (!stored) throw new AppError('NOT_FOUND', `There is no endpoint ${id}.`, 'id')
  const settings = { ...stored.settings, timeoutSeconds: Math.min(mostSeconds, stored.settings.timeoutSeconds) }
  const steps = await probeEndpoint(settings, openKey(stored), new AbortController().signal)
  return { steps, ok: steps.every(({ state }) => state !== 'failed') }
}
