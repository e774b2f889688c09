'use client'

import { usePathname, useRouter } from 'next/navigation'
import { type HintsScope, hintsHref } from './hints-scope'

export interface ScopeChoices {
  readonly runs: readonly { readonly id: number; readonly name: string }[]
  readonly groups: readonly { readonly group: string; readonly name: string; readonly runs: number }[]
}

const control =
  'h-8 min-w-0 max-w-full rounded-md border border-line-strong bg-surface px-2 text-[13px] placeholder:text-ink-faint'

/** Chooses whose failing calls are counted; everything else in the address stays. */
export function ScopeSelect({ scope, choices }: { scope: HintsScope; choices: ScopeChoices }) {
  const router = useRouter()
  const path = usePathname()
  const open = (value: string) => {
    const more = Object.fromEntries(
      [...new URLSearchParams(window.location.search)].filter(([name]) => name !== 'run' && name !== 'group'),
    )
    const [kind, ...rest] = value.split(':')
    const chosen = rest.join(':')
    const run = kind === 'run' ? Number(chosen) : null
    router.replace(hintsHref(path, { run, group: kind === 'group' ? chosen : null }, more), { scroll: false })
  }
  return (
    <select
      aria-label="Runs counted"
      value={scope.run !== null ? `run:${scope.run}` : scope.group !== null ? `group:${scope.group}` : ''}
      onChange={(event) => open(event.target.value)}
      className={control}
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
    </select>
  )
}
