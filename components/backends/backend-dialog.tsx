'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/data/trpc'
import { Dialog } from '@/components/ui/dialog'
import { InputField, SelectField } from '@/components/ui/field'
import { FormEnd } from '@/components/ui/form-end'
import { SecretField } from '@/components/ui/secret-field'
import { modelServers } from '@/server/core/backends/serve-command'
import { type BackendFormState, checkBackendForm, type FieldErrors, isLoopback } from './backend-form-state'
import { serverNames } from './server-names'

interface BackendDialogProps {
  readonly start: BackendFormState
  readonly onClose: () => void
}

type TextField = Exclude<keyof BackendFormState, 'id' | 'hasToken' | 'forgetToken' | 'token' | 'server'>

interface FieldWords {
  readonly name: TextField
  readonly label: string
  readonly help: string
}

const fields: readonly FieldWords[] = [
  { name: 'name', label: 'Name', help: 'As it is chosen when launching' },
  { name: 'address', label: 'Address of Ray’s dashboard', help: 'As this machine reaches it: http://head:8265' },
  { name: 'environmentUrl', label: 'Environment server', help: 'As the cluster’s nodes reach it' },
  { name: 'trackingUrl', label: 'Tracking server', help: 'As the cluster’s nodes reach it' },
  { name: 'checkpointFolder', label: 'Checkpoint folder', help: 'On a disk that every node sees' },
  { name: 'python', label: 'Python', help: 'On the cluster, with TRL or verl installed' },
  { name: 'stopGraceSeconds', label: 'Time to stop (s)', help: 'For a job to write its checkpoint' },
]

const serverStart: FieldWords = {
  ...{ name: 'serverStartSeconds', label: 'Time for that server to start (s)' },
  help: 'From the start of its job to its first answer',
}

/** Adds a cluster or changes one. The token goes in and never comes back. */
export function BackendDialog({ start, onClose }: BackendDialogProps) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [form, setForm] = useState(start)
  const [tried, setTried] = useState(false)
  const save = useMutation(
    trpc.backends.save.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.backends.pathFilter())
        toast.success(start.id === null ? `${form.name} is added` : `${form.name} is changed`)
        onClose()
      },
    }),
  )
  const checked = checkBackendForm(form)
  const served = (save.error?.data?.fields ?? null) as FieldErrors | null
  const errors: FieldErrors = checked.ok ? (served ?? {}) : tried ? checked.errors : {}
  const change = (part: Partial<BackendFormState>) => setForm((before) => ({ ...before, ...part }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (checked.ok) save.mutate(checked.input)
  }
  const text = ({ name, label, help }: FieldWords) => (
    <InputField
      key={name}
      label={label}
      help={help}
      value={form[name]}
      onChange={(event) => change({ [name]: event.target.value })}
      error={errors[name] ?? errors[`settings.${name}`]}
      autoComplete="off"
    />
  )
  const local = isLoopback(form.environmentUrl) || isLoopback(form.trackingUrl)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={start.id === null ? 'Add a Ray cluster' : `Change ${start.name}`}
      description="Jobs there generate text and update weights; episodes and metrics come back to this machine."
    >
      <form onSubmit={submit} noValidate className="grid gap-3">
        {fields.map(text)}
        <SelectField
          label="Server for checkpoints"
          help="Serves a checkpoint while it is evaluated; installed beside that Python. Without GPUs: transformers serve"
          value={form.server}
          onChange={(event) => change({ server: serverOf(event.target.value) })}
        >
          {modelServers.map((name) => (
            <option key={name} value={name}>
              {serverNames[name]}
            </option>
          ))}
        </SelectField>
        {text(serverStart)}
        <SecretField
          label="Token"
          help="Of a cluster with RAY_AUTH_MODE=token; sealed before it is stored, never shown again"
          value={form.token}
          stored={form.hasToken}
          forget={form.forgetToken}
          error={errors.token}
          onChange={(token) => change({ token })}
          onForget={(forgetToken) => change({ forgetToken })}
        />
        {local && (
          <p className="text-xs text-warn">
            localhost means the node itself on a cluster: fitting only for a head on this machine.
          </p>
        )}
        <FormEnd
          problem={save.error && !served ? save.error.message : null}
          saving={save.isPending}
          leave="Cancel"
          onLeave={onClose}
        />
      </form>
    </Dialog>
  )
}

const serverOf = (value: string) => modelServers.find((name) => name === value) ?? 'vllm'
