'use client'

import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextAreaField } from '@/components/ui/field'

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
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit(text)
  }
  return (
    <form onSubmit={submit} className="grid gap-1">
      <TextAreaField
        label={label}
        help={help}
        error={error ?? null}
        rows={3}
        value={text}
        spellCheck={!isCode}
        placeholder={placeholder}
        onChange={(event) => setText(event.target.value)}
        {...(isCode ? { look: 'font-mono text-xs' } : {})}
      />
      <div className="mt-2">
        <Button type="submit" look="primary" disabled={isBusy}>
          {button}
        </Button>
      </div>
    </form>
  )
}
