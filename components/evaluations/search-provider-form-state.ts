import type { ApiOutput } from '@/components/data/api-types'
import { searchSettingsSchema } from '@/server/core/chat/search-settings'

export type StoredSearchProvider = ApiOutput['searchProviders']['list'][number]

/** The form of a search provider as the person sees it. */
export interface SearchProviderFormState {
  readonly id: number | null
  readonly name: string
  readonly baseUrl: string
  readonly recording: string
  readonly timeoutSeconds: string
  /** Empty: as it is. */
  readonly key: string
  readonly hasKey: boolean
  readonly forgetKey: boolean
}

export const emptySearchProviderForm: SearchProviderFormState = {
  ...{ id: null, name: '', baseUrl: '', recording: '', timeoutSeconds: '20', key: '', hasKey: false },
  forgetKey: false,
}

export const searchProviderFormOf = ({
  id,
  name,
  settings,
  hasKey,
}: StoredSearchProvider): SearchProviderFormState => ({
  ...{ id, name, hasKey, key: '', forgetKey: false },
  ...{ baseUrl: settings.baseUrl ?? '', recording: settings.recording ?? '' },
  timeoutSeconds: String(settings.timeoutSeconds),
})

/** The form as the interface wants it, or at each field what is wrong with it. */
export function checkSearchProviderForm(form: SearchProviderFormState) {
  const errors: Record<string, string> = {}
  if (form.name.trim() === '') errors.name = 'give it a name'
  const settings = searchSettingsSchema.safeParse({
    ...{ baseUrl: form.baseUrl.trim() || null, recording: form.recording.trim() || null },
    timeoutSeconds: form.timeoutSeconds.trim() === '' ? null : Number(form.timeoutSeconds),
  })
  if (!settings.success) for (const { path, message } of settings.error.issues) errors[path.join('.')] ??= message
  if (!settings.success || Object.keys(errors).length > 0) return { ok: false, errors } as const
  const typed = form.key.trim()
  const key = typed !== '' ? { key: typed } : form.forgetKey ? { key: null } : {}
  return { ok: true, input: { id: form.id, name: form.name.trim(), settings: settings.data, ...key } } as const
}

/** What answers, in a few words. */
export function searchWords({ baseUrl, recording }: StoredSearchProvider['settings']): string {
  if (baseUrl === null) return `the recording ${recording}`
  return recording === null ? baseUrl : `${baseUrl}, recorded as ${recording}`
}
