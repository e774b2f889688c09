'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/data/trpc'
import { Button } from '@/components/ui/button'
import { InputField, SelectField } from '@/components/ui/field'
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
      <InputField
        label="Key"
        type="password"
        value={form.key}
        onChange={(event) => change({ key: event.target.value })}
        error={errors.key ?? null}
        placeholder={form.hasKey ? 'stays as it is' : 'none'}
        help="Sealed before it is stored, never shown again"
        autoComplete="off"
      />
      {form.hasKey && (
        <Check label="Forget the stored key" checked={form.forgetKey} onChange={(forgetKey) => change({ forgetKey })} />
      )}
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
      <Check
        label="Ask for streamed answers"
        checked={form.streaming}
        onChange={(streaming) => change({ streaming })}
      />
      <div className="grid grid-cols-2 gap-3">
        {numbers.map(({ name, label, help }) => (
          <InputField key={name} label={label} help={help} inputMode="decimal" {...text(name)} />
        ))}
      </div>
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

interface CheckProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

const Check = ({ label, checked, onChange }: CheckProps) => (
  <label className="flex items-center gap-2 text-xs text-ink-soft">
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
    {label}
  </label>
)
