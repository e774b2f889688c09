import { type NextAction, nextActions } from '@/server/core/hints/next-action'
import type { ArmSums, CrossSums } from '@/server/core/hints/turn-effect'
import { pool } from './client'

/** Whose failing calls are counted: those of some runs, or of all (null). */
export type LedgerRuns = readonly number[] | null

export interface Counts {
  readonly failures: number
  readonly shown: number
  readonly recoveredWhenShown: number
  readonly recoveredOtherwise: number
  readonly tasks: number
}

/** What followed: with the hint shown, and without. */
export interface NextCounts {
  readonly nextShown: Readonly<Record<NextAction, number>>
  readonly nextOtherwise: Readonly<Record<NextAction, number>>
}

export interface LedgerRow extends Counts, NextCounts {
  readonly rule: string
  readonly withHint: ArmSums
  readonly without: ArmSums
  readonly cross: CrossSums
}

/** Counts of all runs are kept ready; those of some runs are added up from their attempts'. Superseded ones are in neither. */
export const countsOf = (runs: LedgerRuns): string =>
  runs === null
    ? 'tool_error_totals c'
    : 'tool_error_counts c join run_attempts a on a.id = c.attempt_id and a.run_id = any($1::int[])'

export const runValues = (runs: LedgerRuns): unknown[] => (runs === null ? [] : [runs])

/** Every rule that matched a failing call, or one of them. */
export async function readLedger(runs: LedgerRuns, rule?: string): Promise<LedgerRow[]> {
  const values = runValues(runs)
  const condition = rule === undefined ? "c.rule <> ''" : `c.rule = $${values.length + 1}`
  const { rows } = await pool().query<RawRow>(
    ledgerSql(countsOf(runs), condition),
    rule === undefined ? values : [...values, rule],
  )
  return rows.map(ledgerRow)
}

const actions = nextActions.flatMap((action) => [action, `shown_${action}`])

const sums = ['failures', 'shown', 'recovered', 'recovered_when_shown', ...actions]

/** Of each rule the sums over dialogues that turn-effect wants: 1 is with the hint, 0 without. */
const ledgerSql = (counts: string, condition: string): string => `
  with cells as (
    select c.rule, t.dialogue, ${sums.map((name) => `sum(c.${name}) ${name}`).join(', ')},
           count(distinct c.task_id) filter (where c.shown > 0) tasks,
           sum(c.shown_turns)::float8 n1, sum(c.shown_turns_ok)::float8 x1,
           sum(c.turns - c.shown_turns)::float8 n0, sum(c.turns_ok - c.shown_turns_ok)::float8 x0
      from ${counts} join tasks t on t.id = c.task_id
     where ${condition}
     group by c.rule, t.dialogue
  )
  select rule, sum(tasks)::int tasks, ${sums.map((name) => `sum(${name})::int ${name}`).join(', ')},
         count(*)::int dialogues, count(*) filter (where n1 > 0)::int g1, count(*) filter (where n0 > 0)::int g0,
         sum(n1) n1, sum(x1) x1, sum(x1 * x1) xx1, sum(x1 * n1) xn1, sum(n1 * n1) nn1,
         sum(n0) n0, sum(x0) x0, sum(x0 * x0) xx0, sum(x0 * n0) xn0, sum(n0 * n0) nn0,
         sum(x1 * x0) xx, sum(x1 * n0) xn, sum(n1 * x0) nx, sum(n1 * n0) nn
    from cells group by rule`

type RawRow = Readonly<Record<string, number>> & { readonly rule: string }

function ledgerRow({ rule, ...row }: RawRow): LedgerRow {
  const of = (name: string): number => row[name] ?? 0
  const arm = (side: 0 | 1): ArmSums => ({
    ...{ dialogues: of(`g${side}`), n: of(`n${side}`), x: of(`x${side}`) },
    ...{ xx: of(`xx${side}`), xn: of(`xn${side}`), nn: of(`nn${side}`) },
  })
  return {
    rule,
    ...countsFrom(of),
    ...nextCounts(of),
    withHint: arm(1),
    without: arm(0),
    cross: { dialogues: of('dialogues'), xx: of('xx'), xn: of('xn'), nx: of('nx'), nn: of('nn') },
  }
}

type Read = (name: string) => number

const countsFrom = (of: Read): Counts => ({
  failures: of('failures'),
  shown: of('shown'),
  recoveredWhenShown: of('recovered_when_shown'),
  recoveredOtherwise: of('recovered') - of('recovered_when_shown'),
  tasks: of('tasks'),
})

function nextCounts(of: Read): NextCounts {
  const each = (count: (action: NextAction) => number) => ({
    ...{ retried: count('retried'), named_tool: count('named_tool'), repeated: count('repeated') },
    ...{ other_call: count('other_call'), answered: count('answered'), malformed: count('malformed') },
    cut_off: count('cut_off'),
  })
  return {
    nextShown: each((action) => of(`shown_${action}`)),
    nextOtherwise: each((action) => of(action) - of(`shown_${action}`)),
  }
}

export interface RulePart extends Counts {
  /** −1: outside stages. */
  readonly stage: number
  readonly domain: string
  readonly tool: string
  readonly code: string
  readonly turns: number
  readonly turnsOk: number
  readonly shownTurns: number
  readonly shownTurnsOk: number
}

/** One rule's counts by stage, tool and code. */
export async function readRuleParts(runs: LedgerRuns, rule: string): Promise<RulePart[]> {
  const values = runValues(runs)
  const { rows } = await pool().query<RulePart>(
    `select c.stage, c.domain, c.tool, c.code, sum(c.failures)::int failures, sum(c.shown)::int shown,
            sum(c.recovered_when_shown)::int "recoveredWhenShown",
            sum(c.recovered - c.recovered_when_shown)::int "recoveredOtherwise",
            count(distinct c.task_id)::int tasks, sum(c.turns)::int turns, sum(c.turns_ok)::int "turnsOk",
            sum(c.shown_turns)::int "shownTurns", sum(c.shown_turns_ok)::int "shownTurnsOk"
       from ${countsOf(runs)}
      where c.rule = $${values.length + 1}
      group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
    [...values, rule],
  )
  return rows
}

export interface RuleStep {
  readonly step: number
  readonly failures: number
  readonly shown: number
  readonly recovered: number
  readonly recoveredWhenShown: number
}

/** One rule's counts over training steps, added up to at most so many points; a point stands at its first step. */
export async function readRuleSteps(runs: LedgerRuns, rule: string, points: number): Promise<RuleStep[]> {
  const { rows } = await pool().query<RuleStep>(
    `with own as (
       select s.* from tool_error_steps s join run_attempts a on a.id = s.attempt_id
        where s.rule = $2 and ($1::int[] is null or a.run_id = any($1::int[]))
     ), width as (select greatest(1, ceil((max(step) - min(step) + 1)::float8 / $3))::int steps from own)
     select min(step)::int step, sum(failures)::int failures, sum(shown)::int shown, sum(recovered)::int recovered,
            sum(recovered_when_shown)::int "recoveredWhenShown"
       from own, width group by step / width.steps order by 1`,
    [runs, rule, points],
  )
  return rows
}
