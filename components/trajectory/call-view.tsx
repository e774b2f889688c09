import { Wrench } from 'lucide-react'
import Link from 'next/link'
import { episodesHref } from '@/components/episodes/episodes-view-state'
import { Badge } from '@/components/ui/badge'
import { CallExpression } from './call-expression'
import { CallResult } from './call-result'
import { FoldedText } from './folded-text'
import type { Trajectory, TrajectoryCall } from './trajectory-types'

interface CallViewProps {
  readonly call: TrajectoryCall
  readonly feedback: Trajectory['feedback']
  readonly run: number
  /** Null: it did not fail. */
  readonly recovered: boolean | null
}

/** One call with its arguments and what came back. */
export function CallView({ call, feedback, run, recovered }: CallViewProps) {
  return (
    <div className="min-w-0 divide-y divide-line overflow-hidden rounded-md border border-line">
      <div className="flex min-w-0 flex-wrap items-start justify-between gap-x-3 gap-y-1 bg-raised px-2.5 py-1.5">
        <div className="flex min-w-0 items-start gap-2">
          <Wrench aria-hidden className="mt-1 size-3 shrink-0 text-ink-faint" />
          <CallText call={call} />
        </div>
        <div className="flex flex-wrap items-center gap-1">
          {!call.executed && <Badge tone="warn">refused, not executed</Badge>}
          {call.error && (
            <Link
              href={episodesHref({ run, code: call.error.code })}
              prefetch={false}
              title={`${call.error.domain}; other episodes of this run with this error`}
              className="hover:underline"
            >
              <Badge tone="warn">{call.error.code}</Badge>
            </Link>
          )}
          {recovered !== null &&
            (recovered ? (
              <Badge tone="good" title="Later in this turn the same tool, or one that the error names, succeeded">
                recovered
              </Badge>
            ) : (
              <Badge title="No later call of this turn got over the error">not recovered</Badge>
            ))}
        </div>
      </div>
      <Arguments call={call} />
      <CallResult call={call} feedback={feedback} run={run} />
    </div>
  )
}

const longest = 90
const isShort = ({ expression, arguments: args }: TrajectoryCall) =>
  args !== null && expression.length <= longest && !args.some(({ isBlock }) => isBlock)

/** Short calls on one line, others only by their name; their arguments follow as a list. */
function CallText({ call }: { call: TrajectoryCall }) {
  if (call.arguments === null) return <CallExpression text={call.expression} />
  if (!isShort(call)) return <code className="min-w-0 break-all font-semibold">{call.name}</code>
  return (
    <code className="min-w-0 break-words">
      <span className="font-semibold">{call.name}</span>(
      {call.arguments.map(({ name, text }, index) => (
        <span key={name ?? index}>
          {index > 0 && ', '}
          {name !== null && <span className="text-ink-soft">{name}=</span>}
          {text}
        </span>
      ))}
      )
    </code>
  )
}

function Arguments({ call }: { call: TrajectoryCall }) {
  if (call.arguments === null || isShort(call)) return null
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 px-2.5 py-2">
      {call.arguments.map(({ name, text }, index) => (
        <div key={name ?? index} className="contents">
          <dt>
            <code className="text-ink-soft">{name ?? index + 1}</code>
          </dt>
          <dd>
            <FoldedText text={text} name="argument" />
          </dd>
        </div>
      ))}
    </dl>
  )
}
