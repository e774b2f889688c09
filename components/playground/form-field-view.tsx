'use client'

import { useId } from 'react'
import { InputField, SelectField } from '@/components/ui/field'
import type { FormField } from './tool-form'

interface FormFieldViewProps {
  readonly field: FormField
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}

/** One argument of a tool, typed in as its type asks for. */
export function FormFieldView({ field, value, error, onChange }: FormFieldViewProps) {
  const { name, kind, type, isRequired, choices, fallback } = field
  const label = (
    <>
      <code>{name}</code> <span className="font-normal text-ink-faint">{type}</span>
      {!isRequired && (
        <span className="font-normal text-ink-faint">
          , {fallback === null ? 'optional' : `by default ${fallback}`}
        </span>
      )}
    </>
  )
  const shared = { label, help: field.description, error: error ?? null }
  if (kind === 'choice' || kind === 'boolean')
    return (
      <SelectField {...shared} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{isRequired ? 'choose' : 'left out'}</option>
        {(kind === 'boolean' ? ['true', 'false'] : choices).map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </SelectField>
    )
  if (kind === 'json') return <JsonField {...{ field, value, error, onChange, label }} />
  return (
    <InputField
      {...shared}
      inputMode={kind === 'text' ? undefined : 'decimal'}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function JsonField({ field, value, error, onChange, label }: FormFieldViewProps & { label: React.ReactNode }) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-xs font-medium text-ink-soft">
        {label}
      </label>
      <textarea
        id={id}
        rows={2}
        spellCheck={false}
        value={value}
        placeholder={field.shape === 'list' ? '[…]' : field.shape === 'object' ? '{…}' : 'JSON'}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-help`}
        onChange={(event) => onChange(event.target.value)}
        className="w-full min-w-0 rounded-md border border-line-strong bg-surface px-2 py-1 font-mono text-xs placeholder:text-ink-faint aria-invalid:border-bad"
      />
      <p
        id={`${id}-help`}
        role={error ? 'alert' : undefined}
        className={error ? 'text-xs text-bad' : 'text-xs text-ink-faint'}
      >
        {error ?? `${field.description} As JSON.`}
      </p>
    </div>
  )
}
