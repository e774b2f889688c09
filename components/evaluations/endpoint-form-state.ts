import type { ApiOutput } from '@/components/data/api-types'
import { type ChatFormat, chatFormats, endpointSettingsSchema } from '@/server/core/chat/endpoint-settings'

export type StoredEndpoint = ApiOutput['endpoints']['list'][number]

/** Settings that are numbers: typed as texts; those that may be empty are null then. */
export const numberFields = [
  'concurrency',
  'requestsPerMinute',
  'retries',
  'timeoutSeconds',
  'temperature',
  'maxTokens',
  'inputPrice',
  'outputPrice',
] as const
export type NumberField = (typeof numberFields)[number]

/** The form of an endpoint as the person sees it. */
export interface EndpointFormState extends Readonly<Record<NumberField, string>> {
  readonly id: number | null
  readonly name: string
  readonly baseUrl: string
  readonly model: string
  readonly format: ChatFormat
  readonly streaming: boolean
  /** Empty: as it is. */
  readonly key: string
  readonly hasKey: boolean
  readonly forgetKey: boolean
}

const usual = endpointSettingsSchema.parse({ baseUrl: 'http://localhost/v1', model: 'model' })

export const emptyEndpointForm: EndpointFormState = {
  ...asTexts(usual),
  ...{ id: null, name: '', baseUrl: '', model: '', format: usual.format, streaming: usual.streaming },
  ...{ key: '', hasKey: false, forgetKey: false },
}

export const endpointFormOf = ({ id, name, settings, hasKey }: StoredEndpoint): EndpointFormState => ({
  ...asTexts(settings),
  ...{ id, name, hasKey, key: '', forgetKey: false },
  ...{ baseUrl: settings.baseUrl, model: settings.model, format: settings.format, streaming: settings.streaming },
})

function asTexts(settings: Readonly<Record<NumberField, number | null>>): Record<NumberField, string> {
  const text = (field: NumberField) => (settings[field] === null ? '' : String(settings[field]))
  return {
    ...{ concurrency: text('concurrency'), requestsPerMinute: text('requestsPerMinute'), retries: text('retries') },
    ...{ timeoutSeconds: text('timeoutSeconds'), temperature: text('temperature'), maxTokens: text('maxTokens') },
    ...{ inputPrice: text('inputPrice'), outputPrice: text('outputPrice') },
  }
}

export type EndpointErrors = Readonly<Record<string, string>>

/** The form as the interface wants it, or at each field what is wrong with it. */
export function checkEndpointForm(form: EndpointFormState) {
  const errors: Record<string, string> = {}
  if (form.name.trim() === '') errors.name = 'give it a name'
  const number = (text: string) => (text.trim() === '' ? null : Number(text))
  const numbers = Object.fromEntries(numberFields.map((field) => [field, number(form[field])]))
  const { baseUrl, model, streaming } = form
  const format = chatFormats.find((known) => known === form.format)
  const settings = endpointSettingsSchema.safeParse({ baseUrl, model, format, streaming, ...numbers })
  if (!settings.success) for (const { path, message } of settings.error.issues) errors[path.join('.')] ??= message
  if (!settings.success || Object.keys(errors).length > 0) return { ok: false, errors } as const
  const key = form.key.trim() === '' ? (form.forgetKey ? { key: null } : {}) : { key: form.key.trim() }
  return { ok: true, input: { id: form.id, name: form.name.trim(), settings: settings.data, ...key } } as const
}
