import { cn } from '@/components/ui/cn'
import { missing, percent } from '@/components/ui/format'
import type { NextAction } from '@/server/core/hints/next-action'
import { type NextPart, prepareNext } from './prepare-next'

/** What moves on is accented, what repeats or gives up is not; the words say which it is. */
const looks: Readonly<Record<NextAction, string>> = {
  retried: 'bg-accent',
  named_tool: 'bg-hint',
  repeated: 'bg-bad',
  other_call: 'bg-ink-faint',
  answered: 'bg-line-strong',
  malformed: 'bg-warn',
  cut_off: 'bg-line',
}

const textOf = (parts: readonly NextPart[]) =>
  parts.map(({ label, share, count }) => `${label} ${percent(share, 0)} (${count})`).join('; ')

/** What the agent did next, in one line: the bar, and what was done most often. */
export function NextBar({ counts }: { counts: Readonly<Record<NextAction, number>> }) {
  const parts = prepareNext(counts)
  const [most] = [...parts].sort((a, b) => b.count - a.count)
  if (!most) return <span className="text-ink-faint">{missing}</span>
  return (
    <div className="w-44" title={textOf(parts)}>
      <div className="flex h-2 w-full gap-px overflow-hidden rounded-sm" role="img" aria-label={textOf(parts)}>
        {parts.map(({ action, share }) => (
          <span key={action} className={looks[action]} style={{ width: `${share * 100}%` }} />
        ))}
      </div>
      <p className="mt-0.5 truncate text-xs text-ink-soft">
        {percent(most.share, 0)} {most.label}
      </p>
    </div>
  )
}

/** The same with every part in words, beside another. */
export function NextList({ title, counts }: { title: string; counts: Readonly<Record<NextAction, number>> }) {
  const parts = prepareNext(counts)
  return (
    <div className="min-w-0">
      <h3 className="text-xs font-medium text-ink-soft">{title}</h3>
      {parts.length === 0 && <p className="text-ink-faint">Nothing recorded.</p>}
      <ul className="mt-1 grid gap-1">
        {parts.map(({ action, label, share, count }) => (
          <li key={action} className="grid grid-cols-[minmax(0,14rem)_1fr_auto] items-center gap-2">
            <span className="truncate">{label}</span>
            <span className="h-2 overflow-hidden rounded-sm bg-raised" aria-hidden>
              <span className={cn('block h-full', looks[action])} style={{ width: `${share * 100}%` }} />
            </span>
            <span className="text-right text-xs text-ink-soft tabular-nums">
              {percent(share, 0)} ({count.toLocaleString('en-US')})
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
