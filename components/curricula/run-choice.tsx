'use client'

import { useRouter } from 'next/navigation'
import type { ApiOutput } from '@/components/data/api-types'
import { SelectField } from '@/components/ui/field'

interface RunChoiceProps {
  readonly runs: ApiOutput['curricula']['gatedRuns']
  readonly chosen: { readonly id: number; readonly name: string; readonly status: string } | null
}

/** Which run's series the gates are played over. */
export function RunChoice({ runs, chosen }: RunChoiceProps) {
  const router = useRouter()
  const isListed = runs.some(({ id }) => id === chosen?.id)
  return (
    <SelectField
      label="Run"
      className="w-full max-w-xl"
      value={chosen?.id ?? ''}
      onChange={(event) => router.push(`/curricula/gates?run=${event.target.value}`)}
    >
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
