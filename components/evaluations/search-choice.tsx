import type { ApiOutput } from '@/components/data/api-types'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'

interface SearchChoiceProps {
  readonly providers: ApiOutput['evaluations']['options']['searchProviders']
  readonly value: number | null
  readonly onChange: (provider: number | null) => void
  readonly onManage: () => void
  readonly error: string | null
}

/** What answers web search. */
export const SearchChoice = ({ providers, value, onChange, onManage, error }: SearchChoiceProps) => (
  <>
    <SelectField
      label="What answers web search"
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      error={error}
    >
      <option value="">Choose a search provider</option>
      {providers.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
    <div className="sm:mt-5">
      <Button onClick={onManage}>{providers.length === 0 ? 'Add a search provider' : 'Search providers'}</Button>
    </div>
  </>
)
