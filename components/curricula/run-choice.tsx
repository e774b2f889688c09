'use client'

import type { ApiOutput } from '@/components/data/api-types'
import { useServerView } from '@/components/data/use-server-view'
import { SelectField } from '@/components/ui/field'

interface RunChoiceProps {
  readonly runs: ApiOutput['curricula']['gatedRuns']
  readonly chosen: { readonly id: number; readonly name: string; readonly status: string } | null
}

/** Which run's series the gates are played over. */
export function RunChoice({ runs, chosen }: RunChoiceProps) {
  const { shown, open } = useServerView(String(chosen?.id ?? ''), (id) => `/curricula/gates?run=${id}`, 'push')
  const isListed = runs.some(({ id }) => id === chosen?.id)
  return (
    <SelectField label="Run" className="w-full max-w-xl" value={shown} onChange={(event) => open(event.target.value)}>
      {chosen === null && (
        <option value="" disabled>
          choose a run
        </option>
      )}
      {chosen !== null && !isListed && (
        <option value={chosen.id}>
          #{chosen.id} {chosen.name} ({chosen.status})
        </option>
      )}
      {runs.map(({ id, name, status, curriculum }) => (
        <option key={id} value={id}>
          #{id} {name} ({curriculum}, {status})
        </option>
      ))}
    </SelectField>
  )
}
