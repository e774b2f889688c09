'use client'

import { cn } from '@/components/ui/cn'
import { hasCondition, toggledCondition } from './toggle-condition'

const quick = [
  { label: 'Recovered after a hint', condition: 'recovered = yes' },
  { label: 'Failed', condition: 'outcome = failed' },
  { label: 'High progress, but failed', condition: 'near-miss = yes' },
  { label: 'Format errors', condition: 'format-errors > 0' },
  { label: 'Test tasks', condition: 'partition = test' },
  { label: 'Whole episodes', condition: 'kind = episode' },
] as const

interface QuickFiltersProps {
  readonly filter: string
  readonly disabled: boolean
  readonly onChange: (filter: string) => void
}

/** What people look for most often, one press each; it is written into the filter. */
export function QuickFilters({ filter, disabled, onChange }: QuickFiltersProps) {
  return (
    <fieldset disabled={disabled} className="flex flex-wrap gap-1">
      <legend className="sr-only">Often used filters</legend>
      {quick.map(({ label, condition }) => {
        const isOn = hasCondition(filter, condition)
        return (
          <button
            key={label}
            type="button"
            aria-pressed={isOn}
            title={condition}
            onClick={() => onChange(toggledCondition(filter, condition))}
            className={cn(
              'h-7 rounded-md border border-line px-2 text-xs text-ink-soft hover:bg-raised disabled:opacity-50',
              isOn && 'border-accent bg-accent-soft text-accent',
            )}
          >
            {label}
          </button>
        )
      })}
    </fieldset>
  )
}
