import type { ForkTarget } from '@/server/core/fork-tests/plan'
import { pool } from './client'

/** A recorded failing call that was drawn. */
export interface SampledFork {
  readonly eventId: string
  readonly episodeId: string
  readonly taskId: number
  readonly suiteHash: string
  readonly taskKey: string
  readonly turn: number
  readonly step: number
  readonly call: number
  readonly domain: string
  readonly tool: string
  readonly code: string
  readonly rule: string | null
}

export interface ForkSample {
  /** Failing calls that could have been drawn. */
  readonly population: number
  readonly forks: readonly SampledFork[]
}

interface SampleQuery {
  readonly runId: number
  readonly target: ForkTarget
  readonly testTasks: boolean
  readonly seed: number
  readonly most: number
}

/**
 * Draws failing calls of a run, each as likely as the others; of a turn only the first of its kind. What could not be
 * played on from is left out: superseded, invalid and imported episodes, and calls that ended their turn. The same
 * seed draws the same.
 */
export async function sampleForks({ runId, target, testTasks, seed, most }: SampleQuery): Promise<ForkSample> {
  const error = target.kind === 'error' ? target : null
  const { rows } = await pool().query<SampledFork & { population: number }>(sampleSql, [
    ...[runId, target.kind, target.kind === 'rule' ? target.rule : null],
    ...[error?.domain ?? null, error?.tool ?? null, error?.code ?? null, testTasks, String(seed), most],
    error?.withRule ?? false,
  ])
  return { population: rows[0]?.population ?? 0, forks: rows.map(({ population: _, ...fork }) => fork) }
}

const sampleSql = `
  with drawn as (
    select e.*, count(*) over ()::int population
      from tool_error_events e join episodes p on p.id = e.episode_id
     where e.run_id = $1 and e.first_in_turn and e.next is distinct from 'cut_off'
       and ($2 <> 'rule' or e.rule = $3)
       and ($2 <> 'error' or (e.code = $6 and (e.domain = $4 or $4 is null) and (e.tool = $5 or $5 is null)
                              and (e.rule is null or $10)))
       and not p.superseded and p.invalid is null and p.origin <> 'import' and ($7 or p.partition <> 'test')
     order by md5($8 || ':' || e.id), e.id limit $9
  )
  select d.id::text "eventId", d.episode_id::text "episodeId", d.task_id "taskId", s.hash "suiteHash", t.key "taskKey",
         d.turn, d.step, d.call, d.domain, d.tool, d.code, d.rule, d.population
    from drawn d join tasks t on t.id = d.task_id join suites s on s.id = t.suite_id
   order by md5($8 || ':' || d.id), d.id`
