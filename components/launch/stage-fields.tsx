'use client'

import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { GateFields } from '@/components/curricula/gate-fields'
import { gateFields } from '@/components/curricula/gate-text'
import { editOf } from '@/components/curricula/simulator-edits'
import { Badge } from '@/components/ui/badge'
import { InputField } from '@/components/ui/field'
import type { Curriculum, Stage } from '@/server/core/curriculum/curriculum'
import type { FieldErrors } from './form-state'
import { countEdits, type StageNumber, type StageText, type StageTexts, shownGate } from './stage-edits'

interface StageFieldsProps {
  readonly curriculum: Curriculum
  readonly hints: boolean
  readonly stages: StageTexts
  readonly errors: FieldErrors
  readonly onChange: (stages: StageTexts) => void
}

/** The curriculum's stages as they will run; each may be changed for this launch. */
export function StageFields({ curriculum, hints, stages, errors, onChange }: StageFieldsProps) {
  return (
    <ol className="grid grid-cols-1 items-start gap-2 sm:grid-cols-2 xl:grid-cols-4">
      {curriculum.stages.map((stage, index) => (
        <li key={stage.name} className="rounded-md border border-line p-2.5">
          <p className="font-medium">
            <span className="text-ink-faint">{index + 1}</span> {stage.title}
          </p>
          <div className="mt-1 mb-2 flex flex-wrap gap-1">
            <Badge>{stage.data.splits.length === 4 ? 'all splits' : stage.data.splits.join(', ')}</Badge>
            <Badge>{stage.reward} reward</Badge>
            <Badge tone={hints && stage.feedback === 'augmented' ? 'hint' : 'neutral'}>
              {hints && stage.feedback === 'augmented' ? 'hints' : 'no hints'}
            </Badge>
          </div>
          <StageForm
            stage={stage}
            text={stages[stage.name] ?? {}}
            errorOf={(field) => errors[`stages.${stage.name}.${field}`]}
            onChange={(text) => onChange({ ...stages, [stage.name]: text })}
          />
        </li>
      ))}
    </ol>
  )
}

const numbers: readonly { readonly name: StageNumber; readonly label: string; readonly help: string }[] = [
  { name: 'batchSize', label: 'Tasks a step', help: 'The batch' },
  { name: 'groupSize', label: 'Rollouts a task', help: 'Compared with each other' },
  { name: 'limit', label: 'At most (tasks)', help: 'Drawn with the seed; empty: all' },
]
const folded = gateFields.filter(({ name }) => name !== 'maxSteps')

interface StageFormProps {
  readonly stage: Stage
  readonly text: StageText
  readonly errorOf: (field: string) => string | undefined
  readonly onChange: (text: StageText) => void
}

/** A stage's length, and folded away what else may be changed of it. */
function StageForm({ stage, text, errorOf, onChange }: StageFormProps) {
  const [open, setOpen] = useState(false)
  const usual = { batchSize: stage.batchSize, groupSize: stage.groupSize, limit: stage.data.limit }
  const gateErrors = Object.fromEntries(gateFields.map(({ name }) => [name, errorOf(`gate.${name}`)]))
  const wrong = [...numbers, ...folded].some(({ name }) => errorOf(name) ?? gateErrors[name])
  const changed = countEdits(stage, text)
  return (
    <>
      <InputField
        label="At most (steps)"
        inputMode="numeric"
        placeholder={String(stage.gate.maxSteps)}
        value={text.gate?.maxSteps ?? ''}
        onChange={(event) => onChange({ ...text, gate: { ...text.gate, maxSteps: event.target.value } })}
        error={gateErrors.maxSteps}
        help={`${text.batchSize || stage.batchSize} tasks × ${text.groupSize || stage.groupSize} rollouts a step`}
      />
      <details open={open || wrong} onToggle={(event) => setOpen(event.currentTarget.open)} className="group mt-2">
        <summary className="flex cursor-pointer list-none items-center gap-1 text-xs text-ink-soft hover:text-ink [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden className="size-3.5 group-open:rotate-90" />
          Gate, batch and group{changed > 0 && ` · ${changed} changed`}
        </summary>
        <div className="mt-2 grid gap-2">
          {numbers.map(({ name, label, help }) => (
            <InputField
              key={name}
              label={label}
              help={help}
              inputMode="numeric"
              placeholder={usual[name] === undefined ? 'all' : String(usual[name])}
              value={text[name] ?? ''}
              error={errorOf(name)}
              onChange={(event) => onChange({ ...text, [name]: event.target.value })}
            />
          ))}
          <GateFields
            className="grid gap-2"
            fields={folded}
            gate={shownGate(stage, text)}
            errors={gateErrors}
            onChange={(gate) => onChange({ ...text, gate: { ...editOf(stage.gate, gate), ...lengthOf(text) } })}
          />
        </div>
      </details>
    </>
  )
}

/** The length stays as it was typed, also when that is what the curriculum says. */
const lengthOf = ({ gate }: StageText) => (gate?.maxSteps === undefined ? {} : { maxSteps: gate.maxSteps })
