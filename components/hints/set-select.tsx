'use client'

import { usePathname } from 'next/navigation'
import { useServerView } from '@/components/data/use-server-view'
import { Select } from '@/components/ui/control'
import { titleAmong } from '@/components/ui/title-among'

interface SetSelectProps {
  readonly label: string
  readonly set: string
  readonly sets: readonly { readonly name: string; readonly title: string }[]
}

/** Chooses the set that a page speaks of, in its newest version; everything else in the address stays. */
export function SetSelect({ label, set, sets }: SetSelectProps) {
  const path = usePathname()
  const { shown, open } = useServerView(set, (name) => {
    const next = new URLSearchParams(window.location.search)
    next.set('set', name)
    next.delete('version')
    return `${path}?${next}`
  })
  if (sets.length < 2) return null
  return (
    <Select
      aria-label={label}
      title={label}
      value={shown}
      onChange={(event) => open(event.target.value)}
      className="max-sm:w-full"
    >
      {sets.map((choice) => (
        <option key={choice.name} value={choice.name}>
          {titleAmong(choice, sets)}
        </option>
      ))}
    </Select>
  )
}
