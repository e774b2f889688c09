import { describeMetric } from '@/server/core/metrics/describe-metric'
import { addToSparkline, emptySparkline, type Sparkline } from '@/server/recording/sparkline'
import type { Sql } from './transaction'

/** The run's sparkline as it was after the step, from what is not superseded; its trainer's name for the reward counts. */
export async function sparklineUpTo(sql: Sql, runId: number, step: number): Promise<Sparkline> {
  const series = await sql.query<{ name: string }>(
    'select distinct s.name from metric_series s join run_attempts a on a.id = s.attempt_id where a.run_id = $1',
    [runId],
  )
  const rewards = series.rows.map(({ name }) => name).filter((name) => describeMetric(name)?.role === 'reward')
  const points = await sql.query<{ step: number; value: number }>(
    `select distinct on (p.step) p.step, avg(p.value)::float8 as value
     from metric_points p
     join metric_series s on s.id = p.series_id
     join run_attempts a on a.id = s.attempt_id
     where a.run_id = $1 and s.name = any($3) and p.step <= $2
       and (a.superseded_after is null or p.step <= a.superseded_after)
     group by p.step, a.epoch
     order by p.step, a.epoch desc`,
    [runId, step, rewards],
  )
  return points.rows.reduce((line, point) => addToSparkline(line, point.step, point.value), emptySparkline)
}
