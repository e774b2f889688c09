import { Check, X } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { isJudged } from './is-judged'
import { turnAnchor } from './outline'
import type { Trajectory, TrajectoryTurn } from './trajectory-types'

interface TurnHeadProps {
  readonly episode: Trajectory
  readonly index: number
  /** Null: the turn did not end. */
  readonly turn: TrajectoryTurn | null
}

/** The turn's name and what it earned. */
export function TurnHead({ episode, index, turn }: TurnHeadProps) {
  const anchor = turnAnchor(index)
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-2">
      <h2 id={`${anchor}-title`}>
        <a href={`#${anchor}`} className="hover:underline">
          Turn {index + 1}
        </a>
        <span className="font-normal text-ink-faint"> of {episode.task.turnCount}</span>
      </h2>
      <TurnMark turn={turn} episode={episode} />
    </header>
  )
}

function TurnMark({ turn, episode }: Pick<TurnHeadProps, 'turn' | 'episode'>) {
  if (turn === null) return <Badge tone="warn">did not end</Badge>
  if (!isJudged(episode))
    return <Badge title="It was imported: no environment of ours checked its turns">not judged</Badge>
  return <TurnReward turn={turn} isEmpty={episode.origin !== 'import' && turn.expected.length === 0} />
}

function TurnReward({ turn, isEmpty }: { turn: TrajectoryTurn; isEmpty: boolean }) {
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Badge tone={turn.reward > 0 ? 'good' : 'bad'}>reward {turn.reward}</Badge>
      {isEmpty ? (
        <CheckMark ok={turn.stateOk && turn.execOk} yes="stayed empty" no="had to stay empty" />
      ) : (
        <>
          <CheckMark ok={turn.stateOk} yes="state right" no="state wrong" />
          <CheckMark ok={turn.execOk} yes="results obtained" no="results missing" />
        </>
      )}
      {!isEmpty && turn.executedCalls === 0 && <Badge tone="warn">nothing was called</Badge>}
      {turn.forcedEnd && <Badge tone="warn">ended at the step limit</Badge>}
    </div>
  )
}

function CheckMark({ ok, yes, no }: { ok: boolean; yes: string; no: string }) {
  const Icon = ok ? Check : X
  return (
    <span className={cn('inline-flex items-center gap-1 text-xs', ok ? 'text-good' : 'text-bad')}>
      <Icon aria-hidden className="size-3.5" />
      {ok ? yes : no}
    </span>
  )
}
