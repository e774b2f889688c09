import { nextActions } from '@/server/core/hints/next-action'

/** Columns of the roll-ups of failing calls, each with what is counted of the events `t`; empty: every one. */
const counted: Readonly<Record<string, string>> = {
  failures: '',
  shown: 't.shown',
  recovered: 't.recovered',
  recovered_when_shown: 't.shown and t.recovered',
  turns: 't.first_in_turn',
  turns_ok: 't.first_in_turn and t.turn_ok',
  shown_turns: 't.first_in_turn and t.shown',
  shown_turns_ok: 't.first_in_turn and t.shown and t.turn_ok',
  ...Object.fromEntries(nextActions.map((action) => [action, `t.next = '${action}'`])),
  ...Object.fromEntries(nextActions.map((action) => [`shown_${action}`, `t.shown and t.next = '${action}'`])),
}

const stepMeasures = ['failures', 'shown', 'recovered', 'recovered_when_shown']

const countOf = (name: string): string => (counted[name] ? `count(*) filter (where ${counted[name]})` : 'count(*)')

const rollUp = (table: string, key: string, keyOf: string, names: readonly string[]) => (condition: string) =>
  `
  insert into ${table} as c (${key}, ${names.join(', ')})
  select ${keyOf}, ${names.map(countOf).join(', ')}
    from tool_error_events t join episodes e on e.id = t.episode_id
   where not e.superseded and ${condition}
   group by ${key
     .split(', ')
     .map((_, index) => index + 1)
     .join(', ')}
  on conflict (${key}) do update set ${names.map((name) => `${name} = c.${name} + excluded.${name}`).join(', ')}`

/** Adds the events of the episodes `e` for which the condition holds to the counts; superseded ones never count. */
export const addCountsSql = rollUp(
  'tool_error_counts',
  'attempt_id, stage, domain, tool, code, rule, task_id',
  "e.attempt_id, coalesce(t.stage, -1), t.domain, t.tool, t.code, coalesce(t.rule, ''), t.task_id",
  Object.keys(counted),
)

/** The same over training steps. */
export const addStepsSql = rollUp(
  'tool_error_steps',
  'rule, attempt_id, step',
  "coalesce(t.rule, ''), e.attempt_id, t.training_step",
  stepMeasures,
)
