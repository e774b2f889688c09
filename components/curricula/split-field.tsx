'use client'

import { useId } from 'react'
import { splits as allSplits } from '@/server/core/tasks/task'

interface SplitFieldProps {
  readonly splits: readonly string[]
  readonly error: string | undefined
  readonly onChange: (splits: readonly string[]) => void
}

const titles = {
  base: 'base',
  miss_func: 'miss_func: a tool comes later',
  miss_param: 'miss_param: a value comes later',
  long_context: 'long_context: long observations',
} as const

/** Which splits a stage trains on. */
export function SplitField({ splits, error, onChange }: SplitFieldProps) {
  const id = useId()
  return (
    <fieldset className="min-w-0" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="text-xs font-medium text-ink-soft">Splits</legend>
      {allSplits.map((split) => (
        <label key={split} className="flex min-h-6 items-center gap-2">
          <input
            type="checkbox"
            checked={splits.includes(split)}
            aria-invalid={error ? true : undefined}
            onChange={({ target }) =>
              onChange(target.checked ? [...splits, split] : splits.filter((other) => other !== split))
            }
          />
          {titles[split]}
        </label>
      ))}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-xs text-bad">
          {error}
        </p>
      )}
    </fieldset>
  )
}
