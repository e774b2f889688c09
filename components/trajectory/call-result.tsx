import { CornerDownRight } from 'lucide-react'
import { FeedbackComparison } from './feedback-comparison'
import { FoldedText } from './folded-text'
import type { Trajectory, TrajectoryCall } from './trajectory-types'

interface CallResultProps {
  readonly call: TrajectoryCall
  readonly feedback: Trajectory['feedback']
  /** Whose episodes a hint's rule leads to; null: none's. */
  readonly run: number | null
}

/** What came back from a call: its result, or an error's texts in both feedbacks; nothing of a call never executed. */
export function CallResult({ call, feedback, run }: CallResultProps) {
  if (call.error) return <FeedbackComparison call={call} feedback={feedback} run={run} />
  if (!call.executed) return null
  return (
    <div className="flex items-start gap-2 px-2.5 py-2">
      <CornerDownRight aria-label="Result" role="img" className="mt-1 size-3 shrink-0 text-ink-faint" />
      <FoldedText text={call.standard} name="result" className="flex-1" />
    </div>
  )
}
