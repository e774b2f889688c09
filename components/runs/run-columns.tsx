import type { ReactNode } from 'react'
import { Sparkline } from '@/components/charts/sparkline'
import type { ApiOutput } from '@/components/data/api-types'
import { HealthBadges } from '@/components/health/health-badges'
import { Age } from '@/components/ui/age'
import { duration, missing, percent, points, quantity } from '@/components/ui/format'
import type { RunSort } from '@/server/core/runs/run-sorts'
import type { RunColumnName } from './run-column-names'
import { RunStatus } from './run-status'
import { StageProgress } from './stage-progress'

export type RunRow = ApiOutput['runs']['list']['runs'][number]

interface RunColumn {
  readonly title: string
  /** What the title leaves unsaid. */
  readonly help?: string
  readonly sort?: RunSort
  /** Sorts from small to large first. */
  readonly upwards?: boolean
  readonly numeric?: boolean
  /** Its title takes two lines: the figures below are short. */
  readonly isNarrow?: boolean
  readonly className?: string
  readonly cell: (run: RunRow, now: Date) => ReactNode
}

const words = (text: string | null) => text ?? <span className="text-ink-faint">{missing}</span>
/** Not launched here: it has no seed, and nobody chose its hints. */
const isElsewhere = ({ kind }: RunRow) => kind === 'external' || kind === 'import'
const gapOf = ({ testTurn, oodTurn }: RunRow) => (testTurn === null || oodTurn === null ? null : testTurn - oodTurn)

/** Every column that the runs table can show beside the run itself. */
export const runColumns: Readonly<Record<RunColumnName, RunColumn>> = {
  status: { title: 'Status', sort: 'status', upwards: true, cell: (run, now) => <RunStatus run={run} now={now} /> },
  health: {
    title: 'Health',
    help: 'Rules that warn now, or warned when the run ended',
    cell: (run) => (run.health.length === 0 ? words(null) : <HealthBadges rules={run.health} />),
  },
  stage: { title: 'Stage', cell: (run) => <StageProgress run={run} /> },
  reward: {
    title: 'Reward',
    help: 'Training reward of the last batch',
    sort: 'reward',
    numeric: true,
    cell: (run) => (
      <span className="flex items-center justify-end gap-2">
        {run.sparkline.length > 1 && (
          <Sparkline width={60} values={run.sparkline} label={`Training reward of ${run.name}`} />
        )}
        <span className="min-w-12">
          {run.kind === 'external' ? quantity(run.latestReward) : percent(run.latestReward)}
        </span>
      </span>
    ),
  },
  accuracy: share('Validation tasks', 'Task accuracy on validation tasks', 'accuracy', (run) => run.latestAccuracy),
  test: share('Test turns', 'Turn accuracy on held-out test tasks', 'test', (run) => run.testTurn),
  'test-tasks': share('Test tasks', 'Task accuracy on held-out test tasks', 'test-tasks', (run) => run.testTask),
  ood: share('OOD turns', 'Turn accuracy on out-of-distribution tasks', 'ood', (run) => run.oodTurn),
  gap: {
    title: 'Gap',
    help: 'Test minus out-of-distribution, in points',
    sort: 'gap',
    numeric: true,
    cell: (run) => points(gapOf(run)),
  },
  suite: {
    title: 'Suite',
    sort: 'suite',
    upwards: true,
    className: 'whitespace-nowrap',
    cell: (run) => words(run.suite),
  },
  curriculum: { title: 'Curriculum', className: 'max-w-56', cell: (run) => words(run.curriculum) },
  hints: {
    title: 'Hints',
    className: 'whitespace-nowrap',
    cell: (run) => run.augmentation ?? <span className="text-ink-faint">{isElsewhere(run) ? missing : 'off'}</span>,
  },
  rewarded: {
    title: 'Rewarded by',
    help: 'The reward it was launched with',
    cell: (run) => (run.rewardedBy === 'stage' ? 'each stage’s own' : words(run.rewardedBy)),
  },
  model: { title: 'Model', sort: 'model', upwards: true, className: 'max-w-56', cell: (run) => words(run.model) },
  backend: { title: 'Backend', cell: (run) => run.backend },
  seed: {
    title: 'Seed',
    sort: 'seed',
    numeric: true,
    cell: (run) => (isElsewhere(run) ? words(null) : run.seed),
  },
  step: { title: 'Step', help: 'Training steps taken', sort: 'step', numeric: true, cell: (run) => run.trainingStep },
  launched: {
    title: 'Launched',
    sort: 'newest',
    className: 'text-ink-soft',
    cell: (run) => <Age at={run.createdAt} />,
  },
  took: {
    title: 'Took',
    help: 'From its start to its end, or so far',
    sort: 'took',
    numeric: true,
    className: 'whitespace-nowrap',
    cell: (run, now) => duration(secondsOf(run, now)),
  },
  group: {
    title: 'Launch',
    help: 'The launch that it belongs to',
    cell: (run) => (
      <a href={`/groups?launch=${encodeURIComponent(run.launchGroup)}`} className="font-mono text-xs hover:underline">
        {run.launchGroup.slice(0, 8)}
      </a>
    ),
  },
  notes: {
    title: 'Notes',
    className: 'max-w-72',
    cell: ({ notes }) => (notes === '' ? words(null) : <span className="line-clamp-2 break-words">{notes}</span>),
  },
}

function share(title: string, help: string, sort: RunSort, value: (run: RunRow) => number | null): RunColumn {
  return { title, help, sort, numeric: true, isNarrow: true, cell: (run) => percent(value(run)) }
}

const secondsOf = ({ startedAt, endedAt }: RunRow, now: Date) =>
  startedAt && ((endedAt ?? now).getTime() - startedAt.getTime()) / 1000
