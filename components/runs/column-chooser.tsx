'use client'

import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { PopoverButton } from './popover-button'

interface ColumnChooserProps<Name extends string> {
  /** Every column that a table can show, by its name. */
  readonly known: Readonly<Record<Name, { readonly title: string; readonly help?: string }>>
  /** All of their names, in the order in which they are offered. */
  readonly names: readonly Name[]
  readonly usual: readonly Name[]
  readonly columns: readonly Name[]
  readonly onChange: (columns: readonly Name[]) => void
}

/** Which columns a table shows, and in which order. */
export function ColumnChooser<Name extends string>(props: ColumnChooserProps<Name>) {
  const { known, names, usual, columns, onChange } = props
  const hidden = names.filter((name) => !columns.includes(name))
  const move = (from: number, by: 1 | -1) => {
    const next = [...columns]
    const [moved] = next.splice(from, 1)
    if (moved) next.splice(from + by, 0, moved)
    onChange(next)
  }
  return (
    <PopoverButton
      title="Columns"
      label={
        <>
          <Columns3 aria-hidden />
          Columns
        </>
      }
    >
      <ul aria-label="Columns" className="grid gap-0.5">
        {[...columns, ...hidden].map((name, index) => {
          const shown = index < columns.length
          const { title, help } = known[name]
          return (
            <li key={name} className="flex items-center gap-1 rounded px-1 hover:bg-raised">
              <label className="flex min-w-0 flex-1 items-center gap-2 py-1" title={help}>
                <input
                  type="checkbox"
                  className="size-4 accent-accent"
                  checked={shown}
                  disabled={shown && columns.length === 1}
                  onChange={() => onChange(shown ? columns.filter((other) => other !== name) : [...columns, name])}
                />
                <span className="truncate">{title}</span>
              </label>
              {shown && (
                <>
                  <Step label={`${title} further left`} disabled={index === 0} onClick={() => move(index, -1)}>
                    <ArrowUp aria-hidden />
                  </Step>
                  <Step
                    label={`${title} further right`}
                    disabled={index === columns.length - 1}
                    onClick={() => move(index, 1)}
                  >
                    <ArrowDown aria-hidden />
                  </Step>
                </>
              )}
            </li>
          )
        })}
      </ul>
      {columns.join() !== usual.join() && (
        <Button size="small" look="quiet" className="mt-1" onClick={() => onChange(usual)}>
          The usual columns
        </Button>
      )}
    </PopoverButton>
  )
}

interface StepProps {
  readonly label: string
  readonly disabled: boolean
  readonly onClick: () => void
  readonly children: React.ReactNode
}

function Step({ label, disabled, onClick, children }: StepProps) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
      className="grid size-6 place-items-center rounded text-ink-soft hover:text-ink disabled:opacity-30 [&_svg]:size-3.5"
    >
      {children}
    </button>
  )
}
