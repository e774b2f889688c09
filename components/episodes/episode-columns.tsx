import { Check, X } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { missing, percent, quantity } from '@/components/ui/format'
import type { EpisodeSort } from '@/server/core/episodes/episode-sorts'
import type { EpisodeColumnName } from './episode-column-names'

export type EpisodeRow = ApiOutput['episodes']['list']['episodes'][number]

interface EpisodeColumn {
  readonly title: string
  /** What the title leaves unsaid. */
  readonly help?: string
  readonly sort?: EpisodeSort
  readonly numeric?: boolean
  /** Its title takes two lines: the figures below are short. */
  readonly isNarrow?: boolean
  readonly className?: string
  readonly cell: (episode: EpisodeRow) => ReactNode
}

const faint = (text: ReactNode) => <span className="text-ink-faint">{text}</span>

/** Every column that the episode list can show beside the task itself. */
export const episodeColumns: Readonly<Record<EpisodeColumnName, EpisodeColumn>> = {
  run: {
    title: 'Run',
    className: 'whitespace-nowrap',
    cell: ({ runId, runName }) => (
      <Link href={`/runs/${runId}`} prefetch={false} className="hover:underline" title={runName}>
        #{runId}
      </Link>
    ),
  },
  step: {
    title: 'Stage, step',
    help: 'Order of recording',
    sort: 'newest',
    className: 'whitespace-nowrap tabular-nums',
    cell: ({ stage, trainingStep }) => (
      <>
        {stage === null ? faint('evaluation') : stage + 1}
        {faint(` · ${quantity(trainingStep)}`)}
      </>
    ),
  },
  split: {
    title: 'Split',
    className: 'whitespace-nowrap',
    cell: ({ split, partition }) => (
      <>
        {split}
        <div className="text-xs text-ink-faint">{partition}</div>
      </>
    ),
  },
  feedback: {
    title: 'Feedback',
    cell: ({ feedback }) =>
      feedback === 'augmented' ? <Badge tone="hint">with hints</Badge> : <Badge>standard</Badge>,
  },
  reward: {
    title: 'Reward',
    help: 'The reward that trained, or would have',
    sort: 'reward',
    numeric: true,
    className: 'whitespace-nowrap',
    cell: ({ invalid, reward, rewardName }) => (
      <>
        {invalid === null ? reward.toFixed(2) : missing}
        <div className="text-xs text-ink-faint">{rewardName}</div>
      </>
    ),
  },
  surprise: {
    title: 'Surprise',
    help: 'How many deviations its reward is away from the mean of its rollout group',
    sort: 'surprise',
    numeric: true,
    cell: ({ surprise }) => surprise?.toFixed(2) ?? missing,
  },
  progress: {
    title: 'Progress',
    help: 'Share of right turns; pressed: failures that came far, the furthest first',
    sort: 'near-miss',
    numeric: true,
    cell: ({ invalid, judged, progress }) =>
      invalid === null && (judged || progress !== 0) ? percent(progress, 0) : missing,
  },
  outcome: { title: 'Outcome', cell: (episode) => <Outcome episode={episode} /> },
  'failing-turn': {
    title: 'Failing turn',
    help: 'First turn that earned nothing',
    numeric: true,
    isNarrow: true,
    cell: ({ judged, failingTurn }) => (judged && failingTurn !== null ? failingTurn + 1 : missing),
  },
  turns: { title: 'Turns', numeric: true, cell: ({ turnCount }) => turnCount },
  steps: {
    title: 'Steps',
    help: 'Steps of the agent',
    sort: 'length',
    numeric: true,
    cell: ({ stepCount }) => quantity(stepCount),
  },
  calls: { title: 'Calls', numeric: true, cell: ({ callCount }) => quantity(callCount) },
  'format-errors': {
    title: 'Format errors',
    help: 'Malformed steps',
    numeric: true,
    isNarrow: true,
    cell: ({ formatErrors }) => marked(formatErrors, 'text-bad'),
  },
  'tool-errors': {
    title: 'Tool errors',
    help: 'Failing calls',
    numeric: true,
    isNarrow: true,
    cell: ({ toolErrors }) => marked(toolErrors, 'text-warn'),
  },
  hints: {
    title: 'Hints',
    help: 'Hints shown, and how many were followed by recovery in the same turn',
    numeric: true,
    className: 'whitespace-nowrap',
    cell: (episode) => <Hints episode={episode} />,
  },
  suite: { title: 'Suite', className: 'whitespace-nowrap', cell: ({ suite }) => suite },
  domains: { title: 'Domains', className: 'max-w-56', cell: ({ domains }) => domains.join(', ') || faint(missing) },
  advantage: {
    title: 'Advantage',
    help: 'What the update was given for it',
    numeric: true,
    cell: ({ advantage }) => advantage?.toFixed(2) ?? missing,
  },
  rollout: {
    title: 'Rollout',
    help: 'Its place in its rollout group',
    numeric: true,
    cell: ({ rollout }) => rollout + 1,
  },
}

const marked = (count: number, tone: string) => (
  <span className={cn(count > 0 ? tone : 'text-ink-faint')}>{quantity(count)}</span>
)

function Outcome({ episode: { invalid, judged, success, truncated } }: { episode: EpisodeRow }) {
  if (invalid !== null)
    return (
      <Badge tone="warn" title={`${invalid} It counts for nothing.`}>
        invalid
      </Badge>
    )
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      {judged || success ? <Verdict success={success} /> : faint('not judged')}
      {truncated && <Badge tone="warn">cut: {truncated}</Badge>}
    </span>
  )
}

function Verdict({ success }: { success: boolean }) {
  const Mark = success ? Check : X
  return (
    <span className={cn('inline-flex items-center gap-1', success ? 'text-good' : 'text-ink-soft')}>
      <Mark aria-hidden className="size-3.5" />
      {success ? 'succeeded' : 'failed'}
    </span>
  )
}

function Hints({ episode: { hintsShown, hintsRecovered } }: { episode: EpisodeRow }) {
  if (hintsShown === 0) return faint('0')
  return (
    <span className="text-hint">
      {hintsShown} shown
      <span className="block text-xs text-ink-soft">{hintsRecovered} recovered</span>
    </span>
  )
}
