'use client'

import { usePathname } from 'next/navigation'
import { useServerView } from '@/components/data/use-server-view'
import { Select } from '@/components/ui/control'
import { type HintsScope, hintsHref } from './hints-scope'

export interface ScopeChoices {
  readonly runs: readonly { readonly id: number; readonly name: string }[]
  readonly groups: readonly { readonly group: string; readonly name: string; readonly runs: number }[]
}

/** Chooses whose failing calls are counted; everything else in the address stays. */
export function ScopeSelect({ scope, choices }: { scope: HintsScope; choices: ScopeChoices }) {
  const path = usePathname()
  const address = scope.run !== null ? `run:${scope.run}` : scope.group !== null ? `group:${scope.group}` : ''
  const { shown, open } = useServerView(address, (value) => {
    const more = Object.fromEntries(
      [...new URLSearchParams(window.location.search)].filter(([name]) => name !== 'run' && name !== 'group'),
    )
    const [kind, ...rest] = value.split(':')
    const chosen = rest.join(':')
    const run = kind === 'run' ? Number(chosen) : null
    return hintsHref(path, { run, group: kind === 'group' ? chosen : null }, more)
  })
  return (
    <Select
      aria-label="Runs counted"
      value={shown}
      onChange={(event) => open(event.target.value)}
      className="w-full sm:w-72"
    >
      <option value="">All runs</option>
      {choices.groups.length > 0 && (
        <optgroup label="Launched together">
          {choices.groups.map(({ group, name, runs }) => (
            <option key={group} value={`group:${group}`}>
              {name} and {runs - 1} more
            </option>
          ))}
        </optgroup>
      )}
      <optgroup label="One run">
        {choices.runs.map(({ id, name }) => (
          <option key={id} value={`run:${id}`}>
            #{id} {name}
          </option>
        ))}
      </optgroup>
    </Select>
  )
}
