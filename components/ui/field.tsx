'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'
import { cn } from './cn'
import { Input, Select, TextArea } from './control'

interface FieldProps {
  label: ReactNode
  help?: ReactNode
  error?: string | null
  className?: string
}

/** Label, control, help and error belong together for eyes and screen readers alike. */
function Field({
  label,
  help,
  error,
  className,
  children,
}: FieldProps & { children: (ids: { id: string; describedBy: string | undefined }) => ReactNode }) {
  const id = useId()
  const describedBy = error ? `${id}-error` : help ? `${id}-help` : undefined
  return (
    <div className={cn('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className="text-xs font-medium text-ink-soft">
        {label}
      </label>
      {children({ id, describedBy })}
      {error ? (
        <p id={`${id}-error`} role="alert" className="text-xs text-bad">
          {error}
        </p>
      ) : (
        help && (
          <p id={`${id}-help`} className="text-xs text-ink-faint">
            {help}
          </p>
        )
      )}
    </div>
  )
}

export function InputField({ label, help, error, className, ...input }: FieldProps & ComponentProps<'input'>) {
  return (
    <Field label={label} help={help} error={error} className={className}>
      {({ id, describedBy }) => (
        <Input
          id={id}
          aria-describedby={describedBy}
          aria-invalid={error ? true : undefined}
          className="w-full"
          {...input}
        />
      )}
    </Field>
  )
}

export function SelectField({
  label,
  help,
  error,
  className,
  children,
  ...select
}: FieldProps & ComponentProps<'select'>) {
  return (
    <Field label={label} help={help} error={error} className={className}>
      {({ id, describedBy }) => (
        <Select
          id={id}
          aria-describedby={describedBy}
          aria-invalid={error ? true : undefined}
          className="w-full"
          {...select}
        >
          {children}
        </Select>
      )}
    </Field>
  )
}

interface TextAreaFieldProps extends FieldProps, ComponentProps<'textarea'> {
  /** Of the text itself; `className` is the whole field's. */
  readonly look?: string
}

export function TextAreaField({ label, help, error, className, look, ...area }: TextAreaFieldProps) {
  return (
    <Field label={label} help={help} error={error} className={className}>
      {({ id, describedBy }) => (
        <TextArea
          id={id}
          aria-describedby={describedBy}
          aria-invalid={error ? true : undefined}
          className={look}
          {...area}
        />
      )}
    </Field>
  )
}
