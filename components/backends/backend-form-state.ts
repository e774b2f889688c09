import type { ApiOutput } from '@/components/data/api-types'
import { raySettingsSchema } from '@/server/core/backends/ray-settings'
import type { ModelServer } from '@/server/core/backends/serve-command'

type Backends = ApiOutput['backends']['list']
export type Cluster = Backends['clusters'][number]

/** The form of a cluster as the person sees it: texts. */
export interface BackendFormState {
  readonly id: number | null
  readonly name: string
  readonly address: string
  readonly environmentUrl: string
  readonly trackingUrl: string
  readonly checkpointFolder: string
  readonly python: string
  readonly stopGraceSeconds: string
  readonly server: ModelServer
  readonly serverStartSeconds: string
  /** Empty: as it is. */
  readonly token: string
  readonly hasToken: boolean
  readonly forgetToken: boolean
}

export function emptyForm(host: string, usual: Backends['usual']): BackendFormState {
  return {
    ...{ id: null, name: '', address: '', checkpointFolder: '', python: 'python', stopGraceSeconds: '600' },
    ...{ server: 'vllm', serverStartSeconds: '1800' },
    environmentUrl: `ws://${host}:${usual.environmentPort}`,
    trackingUrl: `http://${host}:${usual.trackingPort}`,
    ...{ token: '', hasToken: false, forgetToken: false },
  }
}

export function formOf({ id, name, settings, hasToken }: Cluster): BackendFormState {
  return {
    ...{ id, name, hasToken, token: '', forgetToken: false },
    address: settings?.address ?? '',
    environmentUrl: settings?.environmentUrl ?? '',
    trackingUrl: settings?.trackingUrl ?? '',
    checkpointFolder: settings?.checkpointFolder ?? '',
    python: settings?.python ?? '',
    stopGraceSeconds: String(settings?.stopGraceSeconds ?? ''),
    server: settings?.server ?? 'vllm',
    serverStartSeconds: String(settings?.serverStartSeconds ?? ''),
  }
}

export type FieldErrors = Readonly<Record<string, string>>

/** The form as the interface wants it, or at each field what is wrong with it. */
export function checkBackendForm(form: BackendFormState) {
  const errors: Record<string, string> = {}
  if (form.name.trim() === '') errors.name = 'give it a name'
  const settings = raySettingsSchema.safeParse({
    address: form.address,
    environmentUrl: form.environmentUrl,
    trackingUrl: form.trackingUrl,
    checkpointFolder: form.checkpointFolder,
    python: form.python,
    stopGraceSeconds: seconds(form.stopGraceSeconds),
    server: form.server,
    serverStartSeconds: seconds(form.serverStartSeconds),
  })
  if (!settings.success) for (const { path, message } of settings.error.issues) errors[path.join('.')] ??= message
  if (!settings.success || Object.keys(errors).length > 0) return { ok: false, errors } as const
  const token = form.token.trim() === '' ? (form.forgetToken ? { token: null } : {}) : { token: form.token.trim() }
  return { ok: true, input: { id: form.id, name: form.name.trim(), settings: settings.data, ...token } } as const
}

const seconds = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text))

/** Addresses that only this machine understands; a cluster elsewhere cannot use them. */
export const isLoopback = (address: string): boolean => /\/\/(localhost|127\.|\[::1\])/.test(address)
