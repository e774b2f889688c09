'use client'

import { useMemo } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { simulateGate } from '@/server/core/curriculum/simulate-gate'
import { CriteriaTable } from './criteria-table'
import { GateChart, type GateMark } from './gate-chart'
import { GateFields } from './gate-fields'
import { gateAsText, readGate } from './gate-text'
import { endInWords, whyNotEarlier } from './simulated-end'
import { editOf, type GateEdit } from './simulator-edits'

interface StageSimulationProps {
  readonly stage: ApiOutput['curricula']['gateSeries']['stages'][number]
  readonly seed: number
  readonly edit: GateEdit
  readonly onEdit: (edit: GateEdit) => void
}

/** One stage of a run under the gate in the form, beside what really happened. */
export function StageSimulation({ stage, seed, edit, onEdit }: StageSimulationProps) {
  const { gate: own, validations, verdicts: recorded, position } = stage
  const typed = useMemo(() => ({ ...gateAsText(own), ...edit }), [own, edit])
  const read = readGate(typed)
  const key = JSON.stringify(read)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the gate, which is a new object each time
  const simulated = useMemo(() => {
    const recordedEvery = own.validateEvery
    return read.ok ? simulateGate({ gate: read.gate, recordedEvery, validations, seed, stage: position }) : null
  }, [key, own, validations, seed, position])
  const isEdited = Object.keys(edit).length > 0
  const really = endInWords(recorded)
  return (
    <Panel
      title={
        <>
          <span className="text-ink-faint">{position + 1}</span> {stage.title}
        </>
      }
      note={`Really: the stage ${really}${stage.startStep === null ? '' : ` (it began at step ${stage.startStep} of the run)`}`}
      actions={
        isEdited ? (
          <>
            <Badge tone="accent">gate changed</Badge>
            <Button size="small" onClick={() => onEdit({})}>
              As it was
            </Button>
          </>
        ) : (
          <Badge>the run’s own gate</Badge>
        )
      }
    >
      <div className="grid min-w-0 gap-4 xl:grid-cols-[20rem_minmax(0,1fr)]">
        <GateFields
          gate={typed}
          errors={read.ok ? {} : read.errors}
          onChange={(gate) => onEdit(editOf(own, gate))}
          className="grid grid-cols-2 content-start gap-2"
        />
        {validations.length === 0 ? (
          <p className="text-ink-soft">This stage has no validation yet: there is nothing that a gate could read.</p>
        ) : simulated === null ? (
          <p className="text-ink-soft">The gate can be played when every number of it is right.</p>
        ) : (
          <div className="grid min-w-0 content-start gap-3">
            <div>
              <p role="status" className="font-medium">
                With this gate the stage {endInWords(simulated.verdicts)}
                {isEdited && <span className="font-normal text-ink-soft">; really it {really}</span>}
              </p>
              <Why simulated={simulated} />
              <Limits gate={read.ok ? read.gate : own} own={own} lastStep={validations.at(-1)?.step ?? 0} />
            </div>
            <GateChart
              title={`${stage.title}: what the gate read`}
              validations={validations}
              marks={marksOf(simulated, recorded)}
            />
            <CriteriaTable verdicts={simulated.verdicts} end={simulated.end} />
          </div>
        )}
      </div>
    </Panel>
  )
}

type Simulated = ReturnType<typeof simulateGate>

function Why({ simulated: { verdicts, end } }: { simulated: Simulated }) {
  const why = end === null ? whyNotEarlier(verdicts, verdicts.length) : whyNotEarlier(verdicts, end)
  return why && <p className="text-ink-soft">{why}</p>
}

/** What a recording cannot tell about another gate. */
function Limits({
  gate,
  own,
  lastStep,
}: {
  gate: typeof own
  own: StageSimulationProps['stage']['gate']
  lastStep: number
}) {
  const notes = [
    gate.validateEvery < own.validateEvery &&
      `The run validated every ${own.validateEvery} steps: there is nothing to read in between.`,
    gate.validationSamples !== own.validationSamples &&
      `The run played ${own.validationSamples} samples a task; what ${gate.validationSamples} would have shown is not known.`,
    gate.maxSteps > lastStep && gate.maxSteps > own.maxSteps && `Nothing is recorded after step ${lastStep}.`,
  ].filter((note) => note !== false)
  return notes.map((note) => (
    <p key={note} className="text-xs text-warn">
      {note}
    </p>
  ))
}

function marksOf({ verdicts, end }: Simulated, recorded: Simulated['verdicts']): GateMark[] {
  const ended = recorded.find(({ verdict }) => verdict === 'pass' || verdict === 'limit' || verdict === 'collapse')
  const fired = end === null ? undefined : verdicts[end]
  return [
    ...(fired ? [{ step: fired.step, label: `with this gate: ${fired.verdict}`, kind: 'simulated' as const }] : []),
    ...(ended ? [{ step: ended.step, label: `really: ${ended.verdict}`, kind: 'recorded' as const }] : []),
  ]
}
