'use client'

import { Undo2, Wrench } from 'lucide-react'
import { CallExpression } from '@/components/trajectory/call-expression'
import { CallResult } from '@/components/trajectory/call-result'
import { domainNodes } from '@/components/trajectory/domain-nodes'
import { type SideWords, StateTreeView } from '@/components/trajectory/state-tree-view'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import type { ShownSession, ShownStep } from './playground-types'

interface PlayedStepProps {
  readonly step: ShownStep
  readonly feedback: ShownSession['settings']['feedback']
  /** Null: it is the last one, there is nothing after it to undo. */
  readonly onUndo: (() => void) | null
  readonly isBusy: boolean
}

export const changeWords: SideWords = { expected: 'before: ', actual: 'after: ', places: ['change', 'changes'] }

/** One message that was played: its calls with both texts, and what they changed. */
export function PlayedStep({ step, feedback, onUndo, isBusy }: PlayedStepProps) {
  const isRefused = step.calls.some(({ executed }) => !executed)
  const told = isRefused ? step.observation : null
  return (
    <li id={`step-${step.step + 1}`} className="min-w-0 rounded-lg border border-line bg-surface">
      <header className="flex flex-wrap items-center justify-between gap-2 border-b border-line px-3 py-1">
        <h3 className="text-xs font-medium">
          Step {step.step + 1} <span className="font-normal text-ink-faint">{step.outcome.replace('_', ' ')}</span>
          {step.by !== null && <span className="font-normal text-ink-faint">, by {step.by}</span>}
        </h3>
        {onUndo && (
          <Button look="quiet" size="small" disabled={isBusy} onClick={onUndo}>
            <Undo2 aria-hidden />
            Back to here
          </Button>
        )}
      </header>
      <div className="grid min-w-0 gap-2 p-3">
        {step.thinking && <p className="whitespace-pre-wrap text-ink-faint">{step.thinking}</p>}
        {step.kind === 'malformed' && (
          <>
            <pre className="whitespace-pre-wrap break-words">{step.text || 'An empty message.'}</pre>
            <p className="rounded-md bg-bad-soft px-2.5 py-2 text-bad">
              It cannot be read: {step.malformation?.message ?? ''}
            </p>
          </>
        )}
        {step.kind === 'answer' && <p className="whitespace-pre-wrap">{step.answer || 'An empty answer.'}</p>}
        {step.calls.map((call, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step's calls never change
          <PlayedCall key={index} call={call} feedback={feedback} />
        ))}
        {told !== null && told !== '' && (
          <p className="rounded-md bg-warn-soft px-2.5 py-2 text-warn">The agent would read: {told}</p>
        )}
        {step.changes.length > 0 && (
          <section aria-label="What it changed" className="min-w-0 rounded-md border border-line px-2.5 py-2">
            <h4 className="mb-1 text-xs font-medium">
              Changed <span className="font-normal text-ink-faint">− before, + after</span>
            </h4>
            <StateTreeView nodes={domainNodes(step.changes)} words={changeWords} />
          </section>
        )}
      </div>
    </li>
  )
}

interface PlayedCallProps {
  readonly call: ShownStep['calls'][number]
  readonly feedback: PlayedStepProps['feedback']
}

function PlayedCall({ call, feedback }: PlayedCallProps) {
  return (
    <div className="min-w-0 divide-y divide-line overflow-hidden rounded-md border border-line">
      <div className="flex min-w-0 flex-wrap items-start justify-between gap-x-3 gap-y-1 bg-raised px-2.5 py-1.5">
        <div className="flex min-w-0 items-start gap-2">
          <Wrench aria-hidden className="mt-1 size-3 shrink-0 text-ink-faint" />
          <CallExpression text={call.expression} />
        </div>
        <div className="flex flex-wrap items-center gap-1">
          {!call.executed && <Badge tone="warn">refused, not executed</Badge>}
          {call.error && <Badge tone="warn">{call.error.code}</Badge>}
        </div>
      </div>
      <CallResult call={call} feedback={feedback} run={null} />
    </div>
  )
}
