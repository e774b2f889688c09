'use client'

import { useEffect, useRef } from 'react'
import { cn } from '@/components/ui/cn'
import type { FilterOption } from '@/server/core/filter/complete-filter'

interface FilterListProps {
  readonly id: string
  readonly options: readonly FilterOption[]
  /** −1: none. */
  readonly active: number
  readonly onChoose: (option: FilterOption) => void
}

export const optionId = (list: string, index: number): string => `${list}-${index}`

/** What may be written at the caret; the field keeps the focus. */
export function FilterList({ id, options, active, onChoose }: FilterListProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label="Suggestions"
      // browsers would make a stop of what scrolls, and it is gone when the field is left
      tabIndex={-1}
      className="absolute top-9 left-0 z-20 max-h-72 w-full max-w-xl overflow-y-auto rounded-md border border-line-strong bg-surface p-1 shadow-lg"
    >
      {options.map((option, index) => (
        // The field listens to the keyboard and names the active option.
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
        <div
          key={`${option.kind}${option.label}`}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option)}
          className={cn(
            'flex cursor-pointer items-baseline gap-3 rounded px-2 py-1',
            index === active ? 'bg-accent-soft' : 'hover:bg-raised',
          )}
        >
          <span className={cn('min-w-0 shrink-0 break-words', option.kind === 'operator' && 'font-mono')}>
            {option.label}
          </span>
          <span className="min-w-0 flex-1 truncate text-right text-xs text-ink-faint">{option.detail}</span>
        </div>
      ))}
    </div>
  )
}
