'use client'

import { Undo2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { percent } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { EndpointPanel } from './endpoint-panel'
import { ExpectedPanel } from './expected-panel'
import { type MoveChoice, MovePanel } from './move-panel'
import { PlayedTurn } from './played-turn'
import type { ShownSession } from './playground-types'
import { SettingsFields } from './settings-fields'
import { StatePanel } from './state-panel'
import { useSession } from './use-session'

interface SessionViewProps {
  readonly shown: ShownSession
  readonly sets: ApiOutput['playground']['options']['sets']
}

/** A session: what was played, the next message, the state beside it. */
export function SessionView({ shown, sets }: SessionViewProps) {
  const actions = useSession(shown.id)
  const [choice, setChoice] = useState<MoveChoice>({ way: 'form', tool: null })
  const count = shown.steps.length
  const before = useRef(count)
  // what a step brought is looked at first
  useEffect(() => {
    if (count > before.current) document.getElementById(`step-${count}`)?.scrollIntoView({ block: 'nearest' })
    before.current = count
  }, [count])
  return (
    <div className="grid min-w-0 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_26rem]">
      <div className="grid min-w-0 gap-4">
        {shown.turns.map((turn) => (
          <PlayedTurn key={turn.index} shown={shown} turn={turn} actions={actions} />
        ))}
        {!shown.open && <Ended shown={shown} />}
        {count > 0 && (
          <div className="flex flex-wrap gap-2">
            <Button size="small" disabled={actions.isBusy} onClick={() => actions.change({ moves: count - 1 })}>
              <Undo2 aria-hidden />
              Undo step {count}
            </Button>
            <Button size="small" look="quiet" disabled={actions.isBusy} onClick={() => actions.change({ moves: 0 })}>
              Back to the start
            </Button>
          </div>
        )}
        <MovePanel key={shown.id} {...{ shown, actions, choice }} onChoice={setChoice} />
      </div>
      <div className="grid min-w-0 gap-4">
        <StatePanel session={shown.id} />
        {!shown.isFree && <ExpectedPanel session={shown.id} />}
        {shown.task !== null && <EndpointPanel shown={shown} />}
        <Panel title="How it is played" note="A change plays the same messages again">
          <div className="grid gap-3">
            <SettingsFields
              settings={shown.settings}
              sets={sets}
              isFree={shown.isFree}
              onChange={(settings) => actions.change({ settings })}
            />
          </div>
        </Panel>
      </div>
    </div>
  )
}

function Ended({ shown: { rewards, truncated } }: { shown: ShownSession }) {
  return (
    <p role="status" className="flex flex-wrap items-center gap-2">
      <Badge tone="accent">the episode is over</Badge>
      {truncated && <Badge tone="warn">cut: {truncated}</Badge>}
      <span className="tabular-nums">
        Progress {percent(rewards.progress, 0)}, syntax {rewards.syntax.toFixed(2)} of 2, all turns right:{' '}
        {rewards.binary === 1 ? 'yes' : 'no'}
      </span>
    </p>
  )
}
