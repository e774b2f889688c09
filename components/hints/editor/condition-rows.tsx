'use client'

import { Plus, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/control'
import { comparisons, type DraftCondition } from '@/server/core/hints/draft-rule'
import { readScalar, readScalars, scalarsText, scalarText } from './scalar-text'
import { TypedInput } from './typed-input'

interface ConditionRowsProps {
  readonly conditions: readonly DraftCondition[]
  readonly fields: readonly string[]
  readonly errors: readonly string[]
  readonly onChange: (conditions: DraftCondition[]) => void
}

const words: Readonly<Record<DraftCondition['is'], string>> = {
  equal: 'is equal to',
  not_equal: 'is not equal to',
  one_of: 'is one of',
  none_of: 'is none of',
  contains: 'contains',
  empty: 'is empty',
  not_empty: 'is not empty',
}

/** Conditions on the error's values; all of them must hold. */
export function ConditionRows({ conditions, fields, errors, onChange }: ConditionRowsProps) {
  const set = (index: number, changes: Partial<DraftCondition>) =>
    onChange(conditions.map((condition, at) => (at === index ? { ...condition, ...changes } : condition)))
  const add = () => onChange([...conditions, { field: fields[0] ?? '', is: 'not_empty' }])
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1 text-xs font-medium text-ink-soft">Only when all of these hold</legend>
      {conditions.map((condition, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name but their place
        <div key={index} className="flex flex-wrap items-center gap-1.5">
          <Select
            aria-label={`Value of condition ${index + 1}`}
            value={condition.field}
            onChange={(event) => set(index, { field: event.target.value })}
          >
            {[...new Set([...fields, condition.field])].map((field) => (
              <option key={field} value={field}>
                {field}
              </option>
            ))}
          </Select>
          <Select
            aria-label={`Comparison of condition ${index + 1}`}
            value={condition.is}
            onChange={(event) => {
              const is = comparisons.find((known) => known === event.target.value)
              if (is) set(index, { is })
            }}
          >
            {comparisons.map((name) => (
              <option key={name} value={name}>
                {words[name]}
              </option>
            ))}
          </Select>
          <Compared condition={condition} number={index + 1} onChange={(changes) => set(index, changes)} />
          <Button
            look="quiet"
            size="icon"
            aria-label={`Remove condition ${index + 1}`}
            onClick={() => onChange(conditions.filter((_, at) => at !== index))}
          >
            <X aria-hidden />
          </Button>
        </div>
      ))}
      {errors.map((error) => (
        <p key={error} role="alert" className="text-xs break-words text-bad">
          {error}
        </p>
      ))}
      <div>
        <Button size="small" look="quiet" onClick={add}>
          <Plus aria-hidden /> Add a condition
        </Button>
      </div>
    </fieldset>
  )
}

interface ComparedProps {
  readonly condition: DraftCondition
  readonly number: number
  readonly onChange: (changes: Partial<DraftCondition>) => void
}

/** What the value is compared with, where the comparison needs something. */
function Compared({ condition: { is, to, values, text }, number, onChange }: ComparedProps) {
  const label = `What condition ${number} compares with`
  if (is === 'empty' || is === 'not_empty') return null
  if (is === 'contains')
    return <TypedInput label={label} value={text ?? ''} onChange={(typed) => onChange({ text: typed })} />
  if (is === 'equal' || is === 'not_equal')
    return (
      <TypedInput
        label={label}
        value={to === undefined ? '' : scalarText(to)}
        onChange={(typed) => onChange({ to: readScalar(typed) })}
      />
    )
  return (
    <TypedInput
      label={label}
      placeholder="between commas"
      value={scalarsText(values ?? [])}
      onChange={(typed) => onChange({ values: readScalars(typed) })}
    />
  )
}
