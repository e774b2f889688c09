import { Check, CircleAlert, MessageSquare, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import type { StepLook } from '@/server/core/trajectory/outline-step'
import type { OutlineStep, OutlineTurn } from './outline'

const looks: Readonly<
  Record<StepLook, { readonly icon: typeof Check; readonly className: string; readonly says: string }>
> = {
  done: { icon: Check, className: 'text-ink-faint', says: '' },
  error: { icon: TriangleAlert, className: 'text-warn', says: ', tool error' },
  malformed: { icon: CircleAlert, className: 'text-bad', says: '' },
  answer: { icon: MessageSquare, className: 'text-ink-faint', says: '' },
}

interface OutlineNavProps {
  readonly outline: readonly OutlineTurn[]
  readonly current: string | null
}

/** Turns with what they earned and their steps; every entry is a link. */
export function OutlineNav({ outline, current }: OutlineNavProps) {
  return (
    <nav
      aria-label="Turns and steps"
      className="max-h-64 overflow-y-auto rounded-lg border border-line bg-surface p-2 lg:sticky lg:top-14 lg:max-h-[calc(100vh-4.5rem)]"
    >
      <ol className="grid grid-cols-1 gap-1">
        {outline.map((turn) => (
          <li key={turn.anchor} className="min-w-0">
            <OutlineTurnEntry turn={turn} current={current} />
            <ol className="ml-2 min-w-0 border-l border-line pl-1">
              {turn.steps.map((step) => (
                <li key={step.anchor}>
                  <OutlineStepEntry step={step} current={current} />
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </nav>
  )
}

export function OutlineTurnEntry({ turn, current }: { turn: OutlineTurn; current: string | null }) {
  return (
    <Entry anchor={turn.anchor} current={current} className="font-medium">
      <span className="flex-1">Turn {turn.index + 1}</span>
      <TurnMark reward={turn.reward} />
    </Entry>
  )
}

export function OutlineStepEntry({ step, current }: { step: OutlineStep; current: string | null }) {
  const { icon: Icon, className, says } = looks[step.look]
  return (
    <Entry anchor={step.anchor} current={current} className="text-xs">
      <span className="min-w-5 shrink-0 text-right text-ink-faint tabular-nums">{step.index + 1}</span>
      <span className="min-w-0 flex-1 truncate">
        {step.label}
        <span className="sr-only">{says}</span>
      </span>
      <Icon aria-hidden className={cn('size-3 shrink-0', className)} />
    </Entry>
  )
}

interface EntryProps {
  readonly anchor: string
  readonly current: string | null
  readonly className: string
  readonly children: ReactNode
}

function Entry({ anchor, current, className, children }: EntryProps) {
  return (
    <a
      href={`#${anchor}`}
      aria-current={current === anchor ? 'location' : undefined}
      className={cn(
        'flex min-h-6 min-w-0 items-center gap-1.5 rounded px-1.5 hover:bg-raised',
        current === anchor && 'bg-accent-soft text-accent',
        className,
      )}
    >
      {children}
    </a>
  )
}

function TurnMark({ reward }: Pick<OutlineTurn, 'reward'>) {
  if (reward === null) return <span className="text-2xs font-normal text-warn">cut</span>
  if (reward === 'not judged') return <span className="text-2xs font-normal text-ink-faint">not judged</span>
  const Icon = reward > 0 ? Check : X
  return (
    <span
      className={cn('inline-flex items-center gap-0.5 text-2xs tabular-nums', reward > 0 ? 'text-good' : 'text-bad')}
    >
      <Icon aria-hidden className="size-3" />
      {reward}
      <span className="sr-only"> reward</span>
    </span>
  )
}
