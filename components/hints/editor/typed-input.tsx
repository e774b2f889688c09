'use client'

import { useState } from 'react'

interface TypedInputProps {
  readonly label: string
  /** How the value is written; what is being typed stays as it is until the field is left. */
  readonly value: string
  readonly placeholder?: string
  readonly onChange: (typed: string) => void
}

/** An input whose value is read as it is typed, and written in its usual form once the field is left. */
export function TypedInput({ label, value, placeholder, onChange }: TypedInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <input
      aria-label={label}
      placeholder={placeholder}
      value={typed ?? value}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(event.target.value)
      }}
      onBlur={() => setTyped(null)}
      className="h-8 w-52 min-w-0 max-w-full rounded-md border border-line-strong bg-surface px-2 font-mono text-xs"
    />
  )
}
