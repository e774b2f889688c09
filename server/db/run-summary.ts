import type { Sql } from './transaction'

/** Columns of the run's row that the runs table and the run page's header show. Absent ones stay as they are. */
export interface RunSummary {
  readonly status?: 'running' | 'evaluating'
  readonly stageIndex?: number
  readonly trainingStep?: number
  readonly progress?: number
  readonly doing?: string
  readonly latestReward?: number
  readonly latestAccuracy?: number
  readonly testTurn?: number
  readonly testTask?: number
  readonly oodTurn?: number
  readonly oodTask?: number
  readonly sparkline?: readonly number[]
  readonly sparklineStride?: number
}

const columns: Readonly<Record<keyof RunSummary, string>> = {
  status: 'status',
  stageIndex: 'stage_index',
  trainingStep: 'training_step',
  progress: 'progress',
  doing: 'doing',
  latestReward: 'latest_reward',
  latestAccuracy: 'latest_accuracy',
  testTurn: 'test_turn',
  testTask: 'test_task',
  oodTurn: 'ood_turn',
  oodTask: 'ood_task',
  sparkline: 'sparkline',
  sparklineStride: 'sparkline_stride',
}

const columnNames = Object.keys(columns)

/** Updates the summary and gives out the run's next change number. */
export async function updateRunSummary(sql: Sql, runId: number, summary: RunSummary): Promise<number> {
  const given = Object.entries(columns).filter(([key]) => summary[key as keyof RunSummary] !== undefined)
  const sets = given.map(([, column], index) => `, ${column} = $${index + 2}`).join('')
  const values = given.map(([key]) => columnValue(summary[key as keyof RunSummary]))
  const updated = await sql.query<{ change: string }>({
    name: `run-summary ${given.map(([key]) => columnNames.indexOf(key)).join(' ')}`,
    text: `update runs set change = change + 1, heartbeat_at = now()${sets} where id = $1 returning change::text`,
    values: [runId, ...values],
  })
  return Number(updated.rows[0]?.change ?? 0)
}

function columnValue(value: RunSummary[keyof RunSummary]): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  return value
}
