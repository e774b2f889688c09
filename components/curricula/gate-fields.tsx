'use client'

import { InputField, SelectField } from '@/components/ui/field'
import { type GateErrors, type GateText, gateFields } from './gate-text'

interface GateFieldsProps {
  /** The numbers that are asked for. */
  readonly fields?: typeof gateFields
  readonly gate: GateText
  readonly errors: GateErrors
  readonly onChange: (gate: GateText) => void
  readonly className?: string
}

/** The settings of a gate. */
export function GateFields({ fields = gateFields, gate, errors, onChange, className }: GateFieldsProps) {
  return (
    <div className={className}>
      {fields.map(({ name, label, help }) => (
        <InputField
          key={name}
          label={label}
          help={help}
          inputMode="decimal"
          value={gate[name]}
          error={errors[name]}
          onChange={(event) => onChange({ ...gate, [name]: event.target.value })}
        />
      ))}
      <SelectField
        label="At the limit"
        value={gate.advanceAtLimit ? 'next' : 'stop'}
        help="When it is reached without a pass"
        onChange={(event) => onChange({ ...gate, advanceAtLimit: event.target.value === 'next' })}
      >
        <option value="next">next stage starts</option>
        <option value="stop">run stops</option>
      </SelectField>
    </div>
  )
}
