'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/data/trpc'
import { InputField, SelectField } from '@/components/ui/field'
import { FormEnd } from '@/components/ui/form-end'
import { SecretField } from '@/components/ui/secret-field'
import { chatFormats } from '@/server/core/chat/endpoint-settings'
import { checkEndpointForm, type EndpointErrors, type EndpointFormState, type NumberField } from './endpoint-form-state'

interface EndpointFormProps {
  readonly start: EndpointFormState
  readonly onDone: () => void
}

const numbers: readonly { readonly name: NumberField; readonly label: string; readonly help: string }[] = [
  { name: 'concurrency', label: 'Requests at a time', help: '1 to 256' },
  { name: 'requestsPerMinute', label: 'Requests a minute', help: 'Empty: no limit' },
  { name: 'retries', label: 'Retries of a request', help: 'Before a task is put off' },
  { name: 'timeoutSeconds', label: 'Time-out of an answer (s)', help: 'Then it is asked again' },
  { name: 'temperature', label: 'Temperature', help: 'Empty: the server’s own' },
  { name: 'maxTokens', label: 'Most tokens of an answer', help: 'Empty: the server’s own' },
  { name: 'inputPrice', label: 'Price of input ($)', help: 'Per million tokens' },
  { name: 'outputPrice', label: 'Price of output ($)', help: 'Per million tokens' },
]

const formatNames = { native: 'Native tool calling', tagged: 'Tagged text, as in the paper' } as const

/** Adds an endpoint or changes one. The key goes in and never comes back. */
export function EndpointForm({ start, onDone }: EndpointFormProps) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [form, setForm] = useState(start)
  const [tried, setTried] = useState(false)
  const save = useMutation(
    trpc.endpoints.save.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          queryClient.invalidateQueries(trpc.endpoints.pathFilter()),
          queryClient.invalidateQueries(trpc.evaluations.pathFilter()),
        ])
        toast.success(start.id === null ? `${form.name} is added` : `${form.name} is changed`)
        onDone()
      },
    }),
  )
  const checked = checkEndpointForm(form)
  const served = (save.error?.data?.fields ?? null) as EndpointErrors | null
  const errors: EndpointErrors = checked.ok ? (served ?? {}) : tried ? checked.errors : {}
  const change = (part: Partial<EndpointFormState>) => setForm((before) => ({ ...before, ...part }))
  const text = (name: 'name' | 'baseUrl' | 'model' | NumberField) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
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
      <InputField label="Address" help="Up to and including /v1: http://localhost:8000/v1" {...text('baseUrl')} />
      <InputField label="Model" help="As the server names it" {...text('model')} />
      <SecretField
        label="Key"
        help="Sealed before it is stored, never shown again"
        value={form.key}
        stored={form.hasKey}
        forget={form.forgetKey}
        error={errors.key}
        onChange={(key) => change({ key })}
        onForget={(forgetKey) => change({ forgetKey })}
      />
      <SelectField
        label="Message format"
        value={form.format}
        onChange={(event) => change({ format: chatFormats.find((known) => known === event.target.value) ?? 'native' })}
      >
        {chatFormats.map((format) => (
          <option key={format} value={format}>
            {formatNames[format]}
          </option>
        ))}
      </SelectField>
      <label className="flex items-center gap-2 text-xs text-ink-soft">
        <input
          type="checkbox"
          checked={form.streaming}
          onChange={(event) => change({ streaming: event.target.checked })}
        />
        Ask for streamed answers
      </label>
      <div className="grid grid-cols-2 gap-3">
        {numbers.map(({ name, label, help }) => (
          <InputField key={name} label={label} help={help} inputMode="decimal" {...text(name)} />
        ))}
      </div>
      <FormEnd
        problem={save.error && !served ? save.error.message : null}
        saving={save.isPending}
        leave="Back"
        onLeave={onDone}
      />
    </form>
  )
}
