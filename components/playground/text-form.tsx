'use client'

import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Button } from '@/components/ui/button'

interface TextFormProps {
  readonly label: string
  readonly help: ReactNode
  readonly placeholder: string
  readonly button: string
  readonly error: string | undefined
  readonly isBusy: boolean
  readonly isCode?: boolean
  readonly onSubmit: (text: string) => void
}

/** Some lines of text and a button that plays them. */
export function TextForm({ label, help, placeholder, button, error, isBusy, isCode, onSubmit }: TextFormProps) {
  const id = useId()
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit(text)
  }
  return (
    <form onSubmit={submit} className="grid gap-1">
      <label htmlFor={id} className="text-xs font-medium text-ink-soft">
        {label}
      </label>
      <textarea
        id={id}
        rows={3}
        value={text}
        spellCheck={!isCode}
        placeholder={placeholder}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-help`}
        onChange={(event) => setText(event.target.value)}
        className={`w-full min-w-0 rounded-md border border-line-strong bg-surface px-2 py-1 placeholder:text-ink-faint aria-invalid:border-bad ${isCode ? 'font-mono text-xs' : ''}`}
      />
      <p
        id={`${id}-help`}
        role={error ? 'alert' : undefined}
        className={error ? 'text-xs text-bad' : 'text-xs text-ink-faint'}
      >
        {error ?? help}
      </p>
      <div className="mt-2">
        <Button type="submit" look="primary" disabled={isBusy}>
          {button}
        </Button>
      </div>
    </form>
  )
}
