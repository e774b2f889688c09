'use client'

import { useState } from 'react'
import { Input } from '@/components/ui/control'

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
    <Input
      aria-label={label}
      placeholder={placeholder}
      value={typed ?? value}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(event.target.value)
      }}
      onBlur={() => setTyped(null)}
      className="w-52 font-mono text-xs"
    />
  )
}
