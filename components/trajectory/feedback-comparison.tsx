import { Eye } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { episodesHref } from '@/components/episodes/episodes-view-state'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { feedbackDiff } from './feedback-diff'
import { FoldedText } from './folded-text'
import { MarkedText } from './marked-text'
import { seenText } from './notice'
import type { Trajectory, TrajectoryCall } from './trajectory-types'

interface FeedbackComparisonProps {
  readonly call: TrajectoryCall
  readonly feedback: Trajectory['feedback']
  /** Whose episodes the rule leads to; null: none's. */
  readonly run: number | null
}

/** What a failing call is told in both feedbacks, and which of them the agent read. */
export function FeedbackComparison({ call, feedback, run }: FeedbackComparisonProps) {
  const sawHint = call.hinted !== null && seenText(call, feedback) === call.hinted
  if (call.hinted === null)
    return (
      <Side title="Standard text" seen={call.executed} note="no hint rule matches">
        <FoldedText text={call.standard} name="text" />
      </Side>
    )
  const diff = feedbackDiff(call.standard, call.hinted)
  return (
    <div className="grid min-w-0 divide-line max-md:divide-y md:grid-cols-2 md:divide-x">
      <Side title="Standard text" seen={!sawHint}>
        <MarkedText diff={diff} side="standard" className="bg-raised" />
      </Side>
      <Side
        title={
          <>
            Hint
            {call.rule !== null && run === null && <code className="ml-1.5 font-normal text-hint">{call.rule}</code>}
            {call.rule !== null && run !== null && (
              <Link
                href={episodesHref({ run, rule: call.rule })}
                prefetch={false}
                title="Episodes of this run in which this rule was shown"
                className="ml-1.5 font-mono font-normal text-hint hover:underline"
              >
                {call.rule}
              </Link>
            )}
          </>
        }
        seen={sawHint}
      >
        <MarkedText diff={diff} side="hinted" className="bg-hint-soft" />
      </Side>
    </div>
  )
}

interface SideProps {
  readonly title: ReactNode
  readonly seen: boolean
  readonly note?: string
  readonly children: ReactNode
}

function Side({ title, seen, note, children }: SideProps) {
  return (
    <div className={cn('min-w-0 px-2.5 py-2', !seen && 'text-ink-soft')}>
      <div className="mb-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
        <span className="font-medium">{title}</span>
        {seen ? (
          <Badge tone="accent">
            <Eye aria-hidden />
            the agent read this
          </Badge>
        ) : (
          <span className="text-ink-faint">not shown</span>
        )}
        {note && <span className="text-ink-faint">{note}</span>}
      </div>
      {children}
    </div>
  )
}
