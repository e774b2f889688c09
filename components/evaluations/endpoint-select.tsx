import type { ApiOutput } from '@/components/data/api-types'
import { SelectField } from '@/components/ui/field'

interface EndpointSelectProps {
  readonly label: string
  readonly endpoints: ApiOutput['evaluations']['options']['endpoints']
  readonly value: number | null
  readonly onChange: (endpoint: number | null) => void
  readonly error: string | null
}

/** One of the stored endpoints. */
export const EndpointSelect = ({ label, endpoints, value, onChange, error }: EndpointSelectProps) => (
  <SelectField
    label={label}
    value={value ?? ''}
    onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
    error={error}
  >
    <option value="">Choose an endpoint</option>
    {endpoints.map(({ id, name, settings }) => (
      <option key={id} value={id}>
        {name} ({settings.model})
      </option>
    ))}
  </SelectField>
)
