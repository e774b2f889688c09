'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/data/trpc'
import { Button } from '@/components/ui/button'
import { InputField } from '@/components/ui/field'
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
  const text = (name: 'name' | 'baseUrl' | 'recording' | 'timeoutSeconds' | 'key') => ({
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
      <InputField
        label="Key"
        type="password"
        {...text('key')}
        placeholder={form.hasKey ? 'stays as it is' : 'none'}
        help="Sealed before it is stored, never shown again"
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
      {save.error && !served && (
        <p role="alert" className="text-xs text-bad">
          {save.error.message}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Back</Button>
        <Button type="submit" look="primary" disabled={save.isPending}>
          {save.isPending ? 'Saving…' : 'Save'}
        </Button>
      </div>
    </form>
  )
}
