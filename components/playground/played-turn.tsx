'use client'

import { User } from 'lucide-react'
import { FoldedText } from '@/components/trajectory/folded-text'
import { Badge } from '@/components/ui/badge'
import { PlayedStep } from './played-step'
import type { ShownSession, ShownTurn } from './playground-types'
import type { SessionActions } from './use-session'

interface PlayedTurnProps {
  readonly shown: ShownSession
  readonly turn: ShownTurn
  readonly actions: SessionActions
}

/** One user message and what was played in answer to it. */
export function PlayedTurn({ shown, turn, actions }: PlayedTurnProps) {
  const steps = shown.steps.filter((step) => step.turn === turn.index)
  const last = shown.steps.length - 1
  return (
    <section aria-labelledby={`turn-${turn.index + 1}`} className="grid min-w-0 gap-2">
      {!shown.isFree && (
        <div className="flex flex-wrap items-center gap-2">
          <h2 id={`turn-${turn.index + 1}`} className="text-sm">
            Turn {turn.index + 1} of {shown.turnCount}
          </h2>
          {turn.score && <Score score={turn.score} />}
        </div>
      )}
      {shown.isFree && (
        <h2 id={`turn-${turn.index + 1}`} className="text-sm">
          What was played
        </h2>
      )}
      {(turn.message !== '' || turn.releases.length > 0) && (
        <div className="flex min-w-0 items-start gap-2 rounded-md bg-raised px-2.5 py-2">
          <User aria-label="User" role="img" className="mt-0.5 size-3.5 shrink-0 text-ink-soft" />
          <div className="min-w-0 flex-1">
            <FoldedText text={turn.message} name="message" className="[&_pre]:font-sans [&_pre]:text-[13px]" />
            {turn.releases.length > 0 && (
              <p className="mt-1 text-xs text-ink-soft">
                Tools released with it: <code>{turn.releases.join(', ')}</code>
              </p>
            )}
          </div>
        </div>
      )}
      {steps.length === 0 && <p className="text-ink-faint">Nothing has been played in it yet.</p>}
      <ol className="grid min-w-0 gap-2">
        {steps.map((step) => (
          <PlayedStep
            key={step.step}
            step={step}
            feedback={shown.settings.feedback}
            isBusy={actions.isBusy}
            onUndo={step.step === last ? null : () => actions.change({ moves: step.step + 1 })}
          />
        ))}
      </ol>
    </section>
  )
}

function Score({ score: { reward, stateOk, execOk, forcedEnd } }: { score: NonNullable<ShownTurn['score']> }) {
  return (
    <span className="flex flex-wrap gap-1">
      <Badge tone={reward === 1 ? 'good' : 'bad'}>{reward === 1 ? 'right: reward 1' : 'wrong: reward 0'}</Badge>
      <Badge tone={stateOk ? 'neutral' : 'bad'}>state {stateOk ? 'as expected' : 'differs'}</Badge>
      <Badge tone={execOk ? 'neutral' : 'bad'}>results {execOk ? 'complete' : 'missing'}</Badge>
      {forcedEnd && <Badge tone="warn">ended at the step limit</Badge>}
    </span>
  )
}
