'use client'

import { ArrowDown, ArrowUp, Copy, Trash2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { InputField, SelectField } from '@/components/ui/field'
import { feedbackNames, rewardNames, samplings } from '@/server/core/curriculum/curriculum'
import type { StageDraft } from './draft'
import { GateFields } from './gate-fields'
import { GateReach } from './gate-summary'
import { gateFields, readGate } from './gate-text'
import type { TaskCounts } from './matching-tasks'
import { SplitField } from './split-field'
import { TaskCount } from './task-count'

interface StageEditorProps {
  readonly stage: StageDraft
  readonly position: number
  readonly count: number
  readonly counts: TaskCounts
  /** What is wrong with a field of this stage. */
  readonly errorAt: (field: string) => string | undefined
  readonly onChange: (stage: StageDraft) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onCopy: () => void
  readonly onRemove: () => void
}

/** Every field of one stage, with the tasks that it finds while it is being typed. */
export function StageEditor(props: StageEditorProps) {
  const { stage, position, counts, errorAt, onChange } = props
  const change = (part: Partial<StageDraft>) => onChange({ ...stage, ...part })
  const gate = readGate(stage.gate)
  const gateErrors = Object.fromEntries(gateFields.map(({ name }) => [name, errorAt(`gate.${name}`)]))
  return (
    <li className="min-w-0 rounded-lg border border-line bg-surface">
      <header className="flex flex-wrap items-center justify-between gap-2 border-b border-line px-3 py-1.5">
        <h2>
          <span className="text-ink-faint">{position + 1}</span> {stage.title || 'Untitled stage'}
        </h2>
        <StageButtons {...props} />
      </header>
      <div className="grid gap-4 p-3 lg:grid-cols-2">
        <fieldset className="grid min-w-0 content-start gap-3 sm:grid-cols-2">
          <legend className="sr-only">Stage {position + 1}</legend>
          <InputField
            label="Title"
            value={stage.title}
            error={errorAt('title')}
            onChange={(event) => change({ title: event.target.value })}
          />
          <InputField
            label="Name"
            help="In addresses, logs and filters"
            value={stage.name}
            error={errorAt('name')}
            onChange={(event) => change({ name: event.target.value })}
          />
          <SplitField splits={stage.splits} error={errorAt('splits')} onChange={(splits) => change({ splits })} />
          <div className="grid content-start gap-2">
            <InputField
              label="At most (tasks)"
              help="Drawn with the run’s seed"
              placeholder="all that match"
              inputMode="numeric"
              value={stage.limit}
              error={errorAt('limit')}
              onChange={(event) => change({ limit: event.target.value })}
            />
            <TaskCount counts={counts} splits={stage.splits} limit={wholeOf(stage.limit)} />
          </div>
          <SelectField
            label="Tasks are drawn"
            className="sm:col-span-2"
            value={stage.sampling}
            onChange={(event) =>
              change({ sampling: samplings.find((name) => name === event.target.value) ?? stage.sampling })
            }
          >
            <option value="uniform">evenly: each once before any a second time</option>
            <option value="learning-progress">
              by learning progress: more often where success moves (built-in policy)
            </option>
          </SelectField>
          <SelectField
            label="Reward"
            value={stage.reward}
            onChange={(event) =>
              change({ reward: rewardNames.find((name) => name === event.target.value) ?? stage.reward })
            }
          >
            <option value="syntax">Syntax: share of well-formed steps and calls</option>
            <option value="progress">Progress: share of right turns</option>
            <option value="binary">Binary: all turns right or nothing</option>
          </SelectField>
          <SelectField
            label="Feedback"
            help="Hints come from the augmentation set chosen at launch"
            value={stage.feedback}
            onChange={(event) =>
              change({ feedback: feedbackNames.find((name) => name === event.target.value) ?? stage.feedback })
            }
          >
            <option value="standard">Standard: the benchmark’s messages</option>
            <option value="augmented">Augmented: hints where a rule matches</option>
          </SelectField>
          <InputField
            label="Tasks a step"
            inputMode="numeric"
            value={stage.batchSize}
            error={errorAt('batchSize')}
            onChange={(event) => change({ batchSize: event.target.value })}
          />
          <InputField
            label="Rollouts a task"
            help="Their rewards are compared with each other"
            inputMode="numeric"
            value={stage.groupSize}
            error={errorAt('groupSize')}
            onChange={(event) => change({ groupSize: event.target.value })}
          />
        </fieldset>
        <fieldset className="min-w-0">
          <legend className="mb-2 font-medium">Gate</legend>
          <GateFields
            gate={stage.gate}
            errors={gateErrors}
            onChange={(changed) => change({ gate: changed })}
            className="grid gap-3 sm:grid-cols-2"
          />
          <p className="mt-2 text-xs text-ink-soft">
            Earliest pass: {gate.ok ? <GateReach gate={gate.gate} /> : 'known when the numbers above are right'}
          </p>
        </fieldset>
      </div>
    </li>
  )
}

function StageButtons({ stage, position, count, onMove, onCopy, onRemove }: StageEditorProps) {
  const name = stage.title || `stage ${position + 1}`
  return (
    <div className="flex gap-0.5">
      <Button
        look="quiet"
        size="icon"
        aria-label={`Move ${name} up`}
        disabled={position === 0}
        onClick={() => onMove(-1)}
      >
        <ArrowUp aria-hidden />
      </Button>
      <Button
        look="quiet"
        size="icon"
        aria-label={`Move ${name} down`}
        disabled={position === count - 1}
        onClick={() => onMove(1)}
      >
        <ArrowDown aria-hidden />
      </Button>
      <Button look="quiet" size="icon" aria-label={`Add a copy of ${name} after it`} onClick={onCopy}>
        <Copy aria-hidden />
      </Button>
      <Button look="quiet" size="icon" aria-label={`Remove ${name}`} disabled={count === 1} onClick={onRemove}>
        <Trash2 aria-hidden />
      </Button>
    </div>
  )
}

const wholeOf = (text: string): number | undefined => {
  const value = Number(text)
  return text.trim() !== '' && Number.isInteger(value) && value > 0 ? value : undefined
}
