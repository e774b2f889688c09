import { runFields } from '@/server/core/filter/run-fields'
import { noHeartbeat, noNews } from '@/server/core/health/heartbeat-rules'
import type { FilterColumns } from './filter-sql'

/** The tables behind the runs table: runs that another trainer reports have no suite and no curriculum. */
export const runListTables = `runs r
       join backends b on b.id = r.backend_id
       left join suites s on s.id = r.suite_id
       left join curricula c on c.id = r.curriculum_id
       left join augmentation_sets a on a.id = r.augmentation_set_id`

/** Seconds from a run's start to its end or, while it lives, to now. */
export const tookSql = (now: string): string =>
  `extract(epoch from coalesce(r.ended_at, ${now}) - r.started_at)::float8`

export const gapSql = 'r.test_turn - r.ood_turn'

const thresholdOf = (rule: string, usual: number) =>
  `coalesce((select case when enabled then coalesce(threshold, ${usual}) else 'Infinity' end
               from health_settings where rule = '${rule}'), ${usual})`

/**
 * Rules with an open finding. A lost heartbeat is told by the clock: also while no worker is there to find it.
 */
export const healthSql = (now: string): string => `(r.health || case
    when r.status not in ('running', 'evaluating', 'stopping') or r.heartbeat_at is null then '{}'::text[]
    when r.kind = 'training' and extract(epoch from ${now} - r.heartbeat_at) > ${thresholdOf(noHeartbeat.id, noHeartbeat.threshold.usual)}
      then array['${noHeartbeat.id}']
    when r.kind = 'external' and extract(epoch from ${now} - r.heartbeat_at) > ${thresholdOf(noNews.id, noNews.threshold.usual)}
      then array['${noNews.id}']
    else '{}'::text[] end)`

/** Where the runs' fields are stored, in the words of `runListTables`. */
export const runColumns: FilterColumns = {
  catalogue: runFields,
  id: 'r.id',
  words: `concat_ws(' ', r.name, s.name, c.name, array_to_string(r.tags, ' '), r.notes)`,
  fields: {
    status: 'r.status::text',
    health: healthSql,
    name: 'r.name',
    tag: 'r.tags',
    suite: 's.name',
    curriculum: 'c.title',
    hints: 'a.name',
    rewarded: 'r.rewarded_by',
    model: 'r.model',
    backend: 'b.name',
    reward: 'r.latest_reward',
    accuracy: 'r.latest_accuracy',
    test: 'r.test_turn',
    'test-tasks': 'r.test_task',
    ood: 'r.ood_turn',
    gap: gapSql,
    stage: 'r.stage_index + 1',
    step: 'r.training_step',
    seed: 'r.seed',
    id: 'r.id',
    parent: 'r.parent_id',
    group: 'r.launch_group',
    launched: 'r.created_at',
    ended: 'r.ended_at',
    age: (now) => `extract(epoch from ${now} - r.created_at)`,
    took: tookSql,
    kind: 'r.kind',
    archived: `case when r.archived_at is null then 'no' else 'yes' end`,
    notes: 'r.notes',
  },
}
