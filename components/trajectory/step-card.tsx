'use client'

import { CircleAlert, MessageSquareText } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Badge, type Tone } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { CallView } from './call-view'
import { FoldedText } from './folded-text'
import { isJudged } from './is-judged'
import { noticeOf } from './notice'
import { stepAnchor } from './outline'
import { StepTools } from './step-tools'
import type { Trajectory, TrajectoryStep } from './trajectory-types'

const outcomes: Readonly<Record<TrajectoryStep['outcome'], { readonly text: string; readonly tone: Tone }>> = {
  executed: { text: 'executed', tone: 'neutral' },
  execution_error: { text: 'tool error', tone: 'warn' },
  malformed: { text: 'malformed', tone: 'bad' },
  turn_passed: { text: 'turn passed', tone: 'good' },
  turn_failed: { text: 'turn failed', tone: 'bad' },
}

const ended = { text: 'turn ended', tone: 'neutral' } as const
const refused = { text: 'refused', tone: 'warn' } as const

interface StepCardProps {
  readonly step: TrajectoryStep
  readonly episode: Trajectory
  readonly isCurrent: boolean
}

/** One agent message: what it thought, called or answered, and what it was told. */
export function StepCard({ step, episode, isCurrent }: StepCardProps) {
  const anchor = stepAnchor(step.step)
  const isRefused = step.outcome === 'execution_error' && step.calls.every((call) => !call.executed)
  const isUnjudged = step.outcome === 'turn_failed' && !isJudged(episode)
  const outcome = isUnjudged ? ended : isRefused ? refused : outcomes[step.outcome]
  const notice = noticeOf(step, episode.feedback)
  const [isRaw, setRaw] = useState(false)
  return (
    <article
      id={anchor}
      tabIndex={-1}
      aria-label={`Step ${step.step + 1}`}
      className={cn(
        'group/step min-w-0 scroll-mt-28 sm:scroll-mt-28 rounded-md border-l-2 border-line py-1 pl-3 outline-none',
        isCurrent && 'border-accent bg-accent-soft/40',
      )}
    >
      <header className="mb-1.5 flex flex-wrap items-center gap-1.5 text-xs">
        <a href={`#${anchor}`} className="font-medium text-ink-soft hover:text-ink hover:underline">
          Step {step.step + 1}
        </a>
        <Badge tone={outcome.tone}>{outcome.text}</Badge>
        {step.kind === 'malformed' && step.outcome !== 'malformed' && <Badge tone="bad">malformed</Badge>}
        <StepTools step={step} isRaw={isRaw} onRaw={() => setRaw(!isRaw)} />
      </header>
      <div className="grid min-w-0 gap-2">
        {step.thinking && (
          <Labelled label="Thinking">
            <FoldedText text={step.thinking} name="thinking" className="text-ink-soft italic [&_pre]:font-sans" />
          </Labelled>
        )}
        {step.malformation && <Malformed step={step} malformation={step.malformation} />}
        {step.calls.map((call, index) => (
          <CallView
            // biome-ignore lint/suspicious/noArrayIndexKey: a call is known by its place in the step
            key={index}
            call={call}
            feedback={episode.feedback}
            run={episode.run.id}
            recovered={recoveredOf(episode, step, index)}
          />
        ))}
        {step.answer !== null && (
          <Labelled label="Answer">
            <FoldedText text={step.answer} name="answer" className="[&_pre]:font-sans [&_pre]:text-[13px]" />
          </Labelled>
        )}
        {notice !== null && (
          <p className="flex items-start gap-2 rounded-md bg-warn-soft px-2.5 py-1.5">
            <MessageSquareText aria-hidden className="mt-0.5 size-3.5 shrink-0 text-warn" />
            <span className="min-w-0 break-words">
              <span className="font-medium">The agent was told:</span> {notice}
            </span>
          </p>
        )}
        {isRaw && <Raw step={step} />}
      </div>
    </article>
  )
}

function recoveredOf({ recoveries }: Trajectory, step: TrajectoryStep, call: number): boolean | null {
  return recoveries.find((other) => other.step === step.step && other.call === call)?.recovered ?? null
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <div className="text-2xs font-medium text-ink-faint">{label}</div>
      {children}
    </div>
  )
}

function Malformed({
  step,
  malformation,
}: {
  step: TrajectoryStep
  malformation: NonNullable<TrajectoryStep['malformation']>
}) {
  return (
    <div className="min-w-0 rounded-md border border-line">
      <div className="flex items-start gap-2 border-b border-line bg-bad-soft px-2.5 py-1.5">
        <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-bad" />
        <p className="min-w-0 break-words">
          <code className="font-medium">{malformation.code}</code> {malformation.message}
          {step.observation === null && (
            <span className="text-ink-soft">
              {' '}
              The agent was not told: under the benchmark’s rules this ends the turn.
            </span>
          )}
        </p>
      </div>
      <div className="px-2.5 py-2">
        <FoldedText text={step.text} name="message" />
      </div>
    </div>
  )
}

/** The messages as they went over the wire. */
function Raw({ step }: { step: TrajectoryStep }) {
  return (
    <div className="grid min-w-0 gap-2 rounded-md border border-line bg-raised px-2.5 py-2">
      <Labelled label="Agent, as sent">
        <FoldedText text={step.text} name="message" />
      </Labelled>
      <Labelled label="Environment, as sent">
        {step.observation === null ? (
          <p className="text-ink-faint">nothing</p>
        ) : (
          <FoldedText text={step.observation} name="observation" />
        )}
      </Labelled>
    </div>
  )
}
