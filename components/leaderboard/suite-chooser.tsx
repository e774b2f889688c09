'use client'

import { Columns3 } from 'lucide-react'
import { PopoverButton } from '@/components/runs/popover-button'
import { Button } from '@/components/ui/button'

interface SuiteChooserProps {
  readonly suites: readonly string[]
  /** None: all of them. */
  readonly shown: readonly string[]
  readonly onChange: (shown: readonly string[]) => void
}

/** Which suites have a board or columns. */
export function SuiteChooser({ suites, shown, onChange }: SuiteChooserProps) {
  const ticked = shown.length === 0 ? suites : suites.filter((suite) => shown.includes(suite))
  const toggle = (suite: string) => {
    const next = ticked.includes(suite) ? ticked.filter((other) => other !== suite) : [...ticked, suite]
    onChange(next.length === suites.length ? [] : next)
  }
  return (
    <PopoverButton
      title="Suites shown"
      label={
        <>
          <Columns3 aria-hidden />
          Suites{ticked.length < suites.length && `: ${ticked.length} of ${suites.length}`}
        </>
      }
    >
      <ul aria-label="Suites shown" className="grid gap-0.5">
        {suites.map((suite) => (
          <li key={suite} className="rounded px-1 hover:bg-raised">
            <label className="flex min-w-0 items-center gap-2 py-1">
              <input
                type="checkbox"
                className="size-4 accent-accent"
                checked={ticked.includes(suite)}
                disabled={ticked.length === 1 && ticked.includes(suite)}
                onChange={() => toggle(suite)}
              />
              <span className="truncate">{suite}</span>
            </label>
          </li>
        ))}
      </ul>
      {shown.length > 0 && (
        <Button size="small" look="quiet" className="mt-1" onClick={() => onChange([])}>
          All suites
        </Button>
      )}
    </PopoverButton>
  )
}
