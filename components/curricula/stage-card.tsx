import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { countOf } from '@/server/core/count-of'
import type { Stage } from '@/server/core/curriculum/curriculum'
import { GateSummary } from './gate-summary'
import type { TaskCounts } from './matching-tasks'
import { TaskCount } from './task-count'

interface StageCardProps {
  readonly stage: Stage
  readonly position: number
  readonly counts: TaskCounts
  /** Augmentation sets with which runs of this version were launched. */
  readonly sets: readonly string[]
}

/** One stage of a curriculum: what it trains on, what it rewards, what the agent is told, and what ends it. */
export function StageCard({ stage, position, counts, sets }: StageCardProps) {
  const { data, reward, feedback, groupSize, batchSize, gate } = stage
  return (
    <li className="grid min-w-0 content-start gap-3 rounded-lg border border-line bg-surface p-3">
      <div>
        <h3 className="font-medium">
          <span className="text-ink-faint">{position + 1}</span> {stage.title}
        </h3>
        <code className="text-xs text-ink-faint">{stage.name}</code>
      </div>
      <Part title="Data">
        <div className="mb-1 flex flex-wrap gap-1">
          {data.splits.map((split) => (
            <Badge key={split}>{split}</Badge>
          ))}
          {data.limit !== undefined && <Badge>at most {countOf(data.limit, 'task')}</Badge>}
          {data.sampling === 'learning-progress' && <Badge tone="accent">drawn by learning progress</Badge>}
        </div>
        <TaskCount counts={counts} splits={data.splits} limit={data.limit} />
      </Part>
      <Part title="Reward and feedback">
        <div className="flex flex-wrap gap-1">
          <Badge>{reward} reward</Badge>
          <Badge tone={feedback === 'augmented' ? 'hint' : 'neutral'}>{feedback} feedback</Badge>
        </div>
        <p className="mt-1 text-xs text-ink-soft">{hintsInWords(feedback, sets)}</p>
      </Part>
      <Part title="Settings">
        <p className="text-xs text-ink-soft tabular-nums">
          {batchSize} tasks × {groupSize} rollouts a step
        </p>
      </Part>
      <Part title="Gate">
        <GateSummary gate={gate} />
      </Part>
    </li>
  )
}

function hintsInWords(feedback: Stage['feedback'], sets: readonly string[]): string {
  if (feedback === 'standard') return 'No hints, whatever the run’s augmentation set.'
  const used = sets.length === 0 ? '' : ` Its runs had ${sets.join(', ')}.`
  return `Hints of the augmentation set that is chosen at launch.${used}`
}

function Part({ title, children, className }: { title: string; children: React.ReactNode; className?: string }) {
  return (
    <section aria-label={title} className={cn('min-w-0 border-t border-line pt-2', className)}>
      <h4 className="mb-1 text-2xs font-medium text-ink-faint">{title}</h4>
      {children}
    </section>
  )
}
