'use client'

import { InputField, SelectField, TextAreaField } from '@/components/ui/field'
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
  if (kind === 'json')
    return (
      <TextAreaField
        {...shared}
        help={`${field.description} As JSON.`}
        look="font-mono text-xs"
        rows={2}
        spellCheck={false}
        value={value}
        placeholder={field.shape === 'list' ? '[…]' : field.shape === 'object' ? '{…}' : 'JSON'}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  return (
    <InputField
      {...shared}
      inputMode={kind === 'text' ? undefined : 'decimal'}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
