'use client'

import { useId } from 'react'
import { InputField, SelectField } from '@/components/ui/field'
import type { TrainerSettings } from '@/server/core/runs/trainer-settings'
import type { FieldErrors } from './form-state'
import type { TrainerText } from './trainer-text'

interface TrainerFieldsProps {
  readonly trainer: TrainerText
  readonly errors: FieldErrors
  readonly onChange: (trainer: TrainerText) => void
}

type Name = keyof TrainerSettings

const numbers: readonly (readonly [name: Name, label: string, help: string])[] = [
  ['learningRate', 'Learning rate', 'The paper’s: 1e-6'],
  ['clipLow', 'Clip low', 'Ratio clipping below 1'],
  ['clipHigh', 'Clip high', 'Ratio clipping above 1'],
  ['dualClip', 'Dual clip', 'Where the advantage is negative'],
  ['kl', 'KL coefficient', '0.1 kept the paper’s policy from collapsing'],
  ['entropy', 'Entropy coefficient', 'Keeps the policy exploring'],
  ['gradientClip', 'Gradient clip', 'Largest norm of a step'],
  ['temperature', 'Temperature', 'Of sampling'],
  ['promptLength', 'Prompt', 'Tokens'],
  ['responseLength', 'Response', 'Tokens; empty: 10,000, then 24,576'],
  ['contextLength', 'Context', 'Tokens'],
  ['stepLength', 'One message', 'Tokens at most'],
  ['miniBatch', 'Mini-batch', 'Tasks an update (verl)'],
  ['microBatch', 'Micro-batch', 'Sequences a device pass'],
  ['epochs', 'Epochs a stage', 'The gate ends it first'],
  ['nodes', 'Nodes', 'verl; TRL is one process'],
  ['gpusPerNode', 'GPUs a node', '0: none, for a tiny model'],
  ['tensorParallel', 'Tensor parallel', 'Of the rollout engine (verl)'],
  ['gpuMemory', 'GPU memory', 'Share for the rollout engine (verl)'],
  ['concurrency', 'Episodes at once', 'TRL'],
  ['keepCheckpoints', 'Checkpoints kept', 'Newest ones of a stage'],
]

const choices: readonly (readonly [name: Name, label: string, options: readonly string[], help: string])[] = [
  [
    'lossAggregation',
    'Loss aggregation',
    ['seq-mean-token-mean', 'token-mean'],
    'The paper’s; what its files probably ran',
  ],
  ['klType', 'KL estimate', ['low_var_kl', 'kl', 'abs', 'mse', 'full'], 'verl'],
  ['rolloutEngine', 'Rollout engine', ['sglang', 'vllm'], 'verl'],
  ['dtype', 'Numbers', ['bfloat16', 'float32'], 'float32 on a CPU'],
  ['evaluate', 'Test tasks', ['both', 'end', 'never'], 'Before and after training, after it, or never'],
]

/** Settings of verl and TRL on a cluster. */
export function TrainerFields({ trainer, errors, onChange }: TrainerFieldsProps) {
  const overrides = useId()
  const set = (name: Name) => (event: { target: { value: string } }) =>
    onChange({ ...trainer, [name]: event.target.value })
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {numbers.map(([name, label, help]) => (
        <InputField
          key={name}
          label={label}
          help={help}
          inputMode="decimal"
          value={trainer[name]}
          onChange={set(name)}
          error={errors[`trainer.${name}`]}
        />
      ))}
      {choices.map(([name, label, options, help]) => (
        <SelectField
          key={name}
          label={label}
          help={help}
          value={trainer[name]}
          onChange={set(name)}
          error={errors[`trainer.${name}`]}
        >
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </SelectField>
      ))}
      <div className="flex flex-col gap-1 sm:col-span-2 lg:col-span-3">
        <label htmlFor={overrides} className="text-xs font-medium text-ink-soft">
          Overrides
        </label>
        <textarea
          id={overrides}
          rows={2}
          value={trainer.overrides}
          onChange={set('overrides')}
          aria-invalid={errors['trainer.overrides'] ? true : undefined}
          aria-describedby={`${overrides}-help`}
          className="w-full rounded-md border border-line-strong bg-surface px-2 py-1 font-mono text-xs aria-invalid:border-bad"
        />
        <p
          id={`${overrides}-help`}
          className={errors['trainer.overrides'] ? 'text-xs text-bad' : 'text-xs text-ink-faint'}
        >
          {errors['trainer.overrides'] ?? 'One a line, the last word: a.b=1 for verl’s Hydra, name=value for TRL'}
        </p>
      </div>
    </div>
  )
}
