'use client'

import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { CallForm } from './call-form'
import type { ShownSession } from './playground-types'
import { TextForm } from './text-form'
import type { SessionActions } from './use-session'

const ways = { form: 'Fill in a form', raw: 'Write calls', answer: 'Answer the user' } as const

/** How the next message is made, and of which tool: kept from one message to the next. */
export interface MoveChoice {
  readonly way: keyof typeof ways
  readonly tool: string | null
}

interface MovePanelProps {
  readonly shown: ShownSession
  readonly actions: SessionActions
  readonly choice: MoveChoice
  readonly onChoice: (choice: MoveChoice) => void
}

/** The next message: a call from a form, written calls, or an answer that ends the turn. */
export function MovePanel({ shown, actions, choice, onChoice }: MovePanelProps) {
  const { way } = choice
  const { open, turnCount, isFree } = shown
  if (!open) return null
  const isLast = open.index === turnCount - 1
  return (
    <Panel
      title="The next message"
      note={isFree ? undefined : `Turn ${open.index + 1} of ${turnCount}`}
      actions={
        <fieldset className="flex flex-wrap gap-1">
          <legend className="sr-only">How</legend>
          {(Object.keys(ways) as MoveChoice['way'][])
            .filter((name) => name !== 'answer' || !isFree)
            .map((name) => (
              <Button
                key={name}
                size="small"
                look={name === way ? 'plain' : 'quiet'}
                aria-pressed={name === way}
                onClick={() => onChoice({ ...choice, way: name })}
              >
                {ways[name]}
              </Button>
            ))}
        </fieldset>
      }
    >
      {way === 'form' && (
        <CallForm
          tools={open.tools}
          chosen={choice.tool}
          onChoose={(tool) => onChoice({ ...choice, tool })}
          actions={actions}
        />
      )}
      {way === 'raw' && (
        <TextForm
          isCode
          label="Calls"
          help="Python call expressions, one a line; all of them are one step. Any name may be called, as an agent could."
          placeholder="cd(folder='documents')"
          button="Call"
          error={actions.fields['move.text']}
          isBusy={actions.isBusy}
          onSubmit={(text) => actions.move({ kind: 'raw', text })}
        />
      )}
      {way === 'answer' && (
        <TextForm
          label="Answer"
          help="It is not judged itself: what counts is the state and the results so far."
          placeholder="Done."
          button={isLast ? 'Answer and end the episode' : 'Answer and go to the next turn'}
          error={actions.fields['move.text']}
          isBusy={actions.isBusy}
          onSubmit={(text) => actions.move({ kind: 'answer', text })}
        />
      )}
      {actions.problem && Object.keys(actions.fields).every((field) => field === 'move') && (
        <p role="alert" className="mt-2 text-bad">
          {actions.problem}
        </p>
      )}
    </Panel>
  )
}
