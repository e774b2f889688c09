'use client'

import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { TextArea } from '@/components/ui/control'
import { type Completion, completeField, putIn } from './complete-field'

interface TemplateFieldProps {
  readonly value: string
  /** Values that every error of the rule carries. */
  readonly fields: readonly string[]
  readonly errors: readonly string[]
  readonly onChange: (text: string) => void
}

/** What the agent is told; an open brace offers the values of the error. */
export function TemplateField({ value, fields, errors, onChange }: TemplateFieldProps) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [offer, setOffer] = useState<Completion | null>(null)
  const [chosen, setChosen] = useState(0)
  const look = (text: string, caret: number) => {
    setOffer(completeField(text, caret, fields))
    setChosen(0)
  }
  const take = (completion: Completion, field: string) => {
    const { text, caret } = putIn(value, completion, field)
    onChange(text)
    setOffer(null)
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(caret, caret)
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const option = offer?.options[chosen]
    if (!offer || option === undefined) return
    if (event.key === 'ArrowDown') setChosen((chosen + 1) % offer.options.length)
    else if (event.key === 'ArrowUp') setChosen((chosen + offer.options.length - 1) % offer.options.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(offer, option)
    else if (event.key === 'Escape') setOffer(null)
    else return
    event.preventDefault()
  }
  const insertAtCaret = (field: string) => {
    const caret = area.current?.selectionStart ?? value.length
    take({ from: caret, to: caret, options: [] }, `{${field}`)
  }
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-xs font-medium text-ink-soft">
        What the agent is told
      </label>
      <div className="relative">
        <TextArea
          ref={area}
          id={id}
          rows={4}
          spellCheck
          value={value}
          aria-describedby={`${id}-help`}
          aria-invalid={errors.length > 0 || undefined}
          aria-autocomplete="list"
          aria-controls={offer ? `${id}-offer` : undefined}
          aria-activedescendant={offer ? `${id}-${chosen}` : undefined}
          onChange={(event) => {
            onChange(event.target.value)
            look(event.target.value, event.target.selectionStart)
          }}
          onClick={(event) => look(value, event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
          onBlur={() => setOffer(null)}
        />
        {offer && (
          <div
            id={`${id}-offer`}
            role="listbox"
            aria-label="Values of the error"
            className="absolute top-full left-0 z-20 mt-1 max-h-52 w-56 overflow-y-auto rounded-md border border-line bg-surface p-1 shadow-lg"
          >
            {offer.options.map((field, index) => (
              <div
                key={field}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === chosen}
                // before the text loses the focus
                onMouseDown={(event) => {
                  event.preventDefault()
                  take(offer, field)
                }}
                className={cn(
                  'cursor-pointer rounded px-2 py-1 font-mono text-xs',
                  index === chosen && 'bg-accent-soft',
                )}
              >
                {field}
              </div>
            ))}
          </div>
        )}
      </div>
      {errors.map((error) => (
        <p key={error} role="alert" className="text-xs break-words text-bad">
          {error}
        </p>
      ))}
      <p id={`${id}-help`} className="flex flex-wrap items-center gap-1 text-xs text-ink-faint">
        Values of the error:
        {fields.map((field) => (
          <button
            key={field}
            type="button"
            onClick={() => insertAtCaret(field)}
            className="rounded border border-line px-1 font-mono text-ink-soft hover:bg-raised"
          >
            {`{${field}}`}
          </button>
        ))}
      </p>
    </div>
  )
}
