import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'

interface ChoosableRow {
  readonly id: number
  readonly name: string
}

interface RowChooserProps {
  readonly rows: readonly ChoosableRow[]
  readonly first?: number | undefined
  readonly second?: number | undefined
}

/** Which two rows are compared; the address has the answer. */
export function RowChooser({ rows, first = rows[0]?.id, second = rows[1]?.id }: RowChooserProps) {
  const options = rows.map(({ id, name }) => (
    <option key={id} value={id}>
      {name} #{id}
    </option>
  ))
  return (
    <form action="/leaderboard/compare" className="flex min-w-0 flex-wrap items-end gap-2">
      <SelectField label="First row" name="a" defaultValue={first} className="w-56 max-w-full">
        {options}
      </SelectField>
      <SelectField label="Second row" name="b" defaultValue={second} className="w-56 max-w-full">
        {options}
      </SelectField>
      <Button type="submit">Compare the two</Button>
    </form>
  )
}
