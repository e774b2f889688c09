'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/data/trpc'
import { InputField } from '@/components/ui/field'
import { FormEnd } from '@/components/ui/form-end'
import { SecretField } from '@/components/ui/secret-field'
import { checkSearchProviderForm, type SearchProviderFormState } from './search-provider-form-state'

interface SearchProviderFormProps {
  readonly start: SearchProviderFormState
  readonly onDone: () => void
}

/** Adds what answers web search, or changes it. The key goes in and never comes back. */
export function SearchProviderForm({ start, onDone }: SearchProviderFormProps) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [form, setForm] = useState(start)
  const [tried, setTried] = useState(false)
  const save = useMutation(
    trpc.searchProviders.save.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          queryClient.invalidateQueries(trpc.searchProviders.pathFilter()),
          queryClient.invalidateQueries(trpc.evaluations.pathFilter()),
        ])
        toast.success(start.id === null ? `${form.name} is added` : `${form.name} is changed`)
        onDone()
      },
    }),
  )
  const checked = checkSearchProviderForm(form)
  const served: Readonly<Record<string, string>> | null = save.error?.data?.fields ?? null
  const errors: Readonly<Record<string, string>> = checked.ok ? (served ?? {}) : tried ? checked.errors : {}
  const text = (name: 'name' | 'baseUrl' | 'recording' | 'timeoutSeconds') => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) =>
      setForm((before) => ({ ...before, [name]: event.target.value })),
    error: errors[name] ?? errors[`settings.${name}`] ?? null,
    autoComplete: 'off',
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (checked.ok) save.mutate(checked.input)
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <InputField label="Name" help="As it is chosen for an evaluation" {...text('name')} />
      <InputField
        label="Address of a search engine"
        help="One that speaks SearXNG’s JSON: http://localhost:8080. Empty: the recording answers alone"
        {...text('baseUrl')}
      />
      <SecretField
        label="Key"
        help="Sealed before it is stored, never shown again"
        value={form.key}
        stored={form.hasKey}
        forget={form.forgetKey}
        error={errors.key}
        onChange={(key) => setForm((before) => ({ ...before, key }))}
        onForget={(forgetKey) => setForm((before) => ({ ...before, forgetKey }))}
      />
      <InputField
        label="Recording"
        help="A folder of this name in web-recordings. With an address, what is asked is added to it"
        {...text('recording')}
      />
      <InputField
        label="Time-out of a search or page (s)"
        help="1 to 300"
        inputMode="decimal"
        {...text('timeoutSeconds')}
      />
      <FormEnd
        problem={save.error && !served ? save.error.message : null}
        saving={save.isPending}
        leave="Back"
        onLeave={onDone}
      />
    </form>
  )
}
