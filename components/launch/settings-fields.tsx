'use client'

import { InputField, SelectField } from '@/components/ui/field'
import type { PolicySettings } from '@/server/core/runs/snapshot'
import type { FieldErrors, LaunchFormState } from './form-state'

interface SettingField {
  readonly name: keyof PolicySettings
  readonly label: string
  readonly help: string
}

const numbers: readonly SettingField[] = [
  { name: 'learningRate', label: 'Learning rate', help: 'Adagrad step size' },
  { name: 'formatRate', label: 'Format head’s rate', help: 'Stage 1 learns the message format with it' },
  { name: 'syntaxRateShare', label: 'Other heads in stage 1', help: 'Share of the learning rate' },
  { name: 'entropy', label: 'Entropy coefficient', help: 'Keeps the policy exploring' },
  { name: 'kl', label: 'KL coefficient', help: 'Pull to the policy at the stage’s start' },
  { name: 'clipLow', label: 'Clip low', help: 'Ratio clipping below 1' },
  { name: 'clipHigh', label: 'Clip high', help: 'Ratio clipping above 1' },
  { name: 'updatesPerBatch', label: 'Updates a batch', help: 'Clipping acts from the second on' },
  { name: 'stepCost', label: 'Step cost', help: 'Per erring step; per call of a success' },
  { name: 'hintDistillation', label: 'Hint distillation', help: 'Teaches successes also as without the hint' },
  { name: 'smoothing', label: 'Adagrad smoothing', help: 'Larger: smaller first steps' },
  { name: 'temperature', label: 'Temperature', help: 'Of sampling in training' },
]

interface SettingsFieldsProps {
  readonly settings: LaunchFormState['settings']
  readonly errors: FieldErrors
  readonly onChange: (settings: LaunchFormState['settings']) => void
}

export function SettingsFields({ settings, errors, onChange }: SettingsFieldsProps) {
  const set = (name: keyof PolicySettings) => (event: { target: { value: string } }) =>
    onChange({ ...settings, [name]: event.target.value })
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3">
      <SelectField
        label="Credit"
        value={settings.credit}
        onChange={set('credit')}
        help="Which rollouts are compared with each other"
      >
        <option value="tree">Tree: groups branch at every turn</option>
        <option value="paper">Paper: whole trajectories</option>
        <option value="supervised">Supervised baseline: reference calls, no rewards</option>
      </SelectField>
      <SelectField
        label="When every rollout of a turn failed"
        value={settings.resetState}
        onChange={set('resetState')}
        help="Training only; the calls are never shown"
      >
        <option value="true">Go on from the reference state</option>
        <option value="false">End the task there</option>
      </SelectField>
      {numbers.map(({ name, label, help }) => (
        <InputField
          key={name}
          label={label}
          help={help}
          inputMode="decimal"
          value={settings[name]}
          onChange={set(name)}
          error={errors[`settings.${name}`]}
        />
      ))}
    </div>
  )
}
