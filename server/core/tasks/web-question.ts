import { z } from 'zod'
import { SuiteError } from './suite-error'
import type { Task } from './task'
import { webDomain } from './web-benchmark'

const scenarioSchema = z.object({ [webDomain]: z.object({ show_snippet: z.boolean() }) })

/** A question of BFCL web search. */
export interface WebQuestion {
  readonly message: string
  readonly showsSnippets: boolean
  /** Any of these counts as right; nobody who plays the question sees them. */
  readonly answers: readonly string[]
}

/** Throws `SuiteError` with the task's key as the place. */
export function prepareWebQuestion({ benchmark, key, turns, scenario }: Task): WebQuestion {
  if (benchmark?.kind !== 'bfcl-web-search') throw new SuiteError(key, null, 'the task is none of BFCL web search')
  const parsed = scenarioSchema.safeParse(JSON.parse(scenario))
  if (!parsed.success) throw new SuiteError(key, null, z.prettifyError(parsed.error))
  const { show_snippet: showsSnippets } = parsed.data[webDomain]
  return { message: turns[0]?.message ?? '', showsSnippets, answers: benchmark.answers }
}
