import { AppError } from '@/server/app-error'
import { type ChatFormat, endpointSettingsSchema } from '@/server/core/chat/endpoint-settings'
import { findEndpointByName, listEndpoints } from '@/server/db/endpoints'
import { saveEndpoint } from './save-endpoint'

export interface NamedEndpoint {
  /** The name of a stored endpoint, or an address. */
  readonly endpoint: string
  /** Needed with an address. */
  readonly model: string | undefined
  readonly format: ChatFormat | undefined
  /** For an address that is not stored yet. */
  readonly key: string | undefined
}

/** The number of the endpoint that a command names; an address that is new is stored. Throws BAD_INPUT. */
export async function findOrAddEndpoint(named: NamedEndpoint): Promise<number> {
  return /^https?:\/\//.test(named.endpoint) ? byAddress(named) : byName(named)
}

async function byName({ endpoint: name, model }: NamedEndpoint): Promise<number> {
  const stored = await findEndpointByName(name)
  if (!stored) {
    const names = (await listEndpoints()).map((known) => known.name).join(', ') || 'none'
    throw new AppError('BAD_INPUT', `There is no endpoint "${name}". Stored: ${names}. Or name an address.`, 'endpoint')
  }
  if (model !== undefined && model !== stored.settings.model)
    throw new AppError('BAD_INPUT', `The endpoint "${name}" serves ${stored.settings.model}, not ${model}.`, 'model')
  return stored.id
}

async function byAddress({ endpoint, model, format, key }: NamedEndpoint): Promise<number> {
  if (model === undefined) throw new AppError('BAD_INPUT', 'Name the model with --model, as the server does.', 'model')
  const parsed = endpointSettingsSchema.safeParse({ baseUrl: endpoint, model, ...(format ? { format } : {}) })
  if (!parsed.success) throw new AppError('BAD_INPUT', parsed.error.issues[0]?.message ?? 'no address', 'endpoint')
  const settings = parsed.data
  const known = (await listEndpoints()).find(
    ({ settings: own, archivedAt }) =>
      archivedAt === null &&
      own.baseUrl === settings.baseUrl &&
      own.model === model &&
      (format === undefined || own.format === format),
  )
  if (known) return known.id
  const name = `${new URL(settings.baseUrl).host} ${model}${format === 'tagged' ? ' tagged' : ''}`.slice(0, 80)
  return (await saveEndpoint({ id: null, name, settings, ...(key === undefined ? {} : { key }) }, 'command line')).id
}
