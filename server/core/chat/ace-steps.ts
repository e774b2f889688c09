import type { CallError } from '@/server/core/environments/call-result'
import type { JsonValue } from '@/server/core/environments/domain'
import { toJsonValue } from '@/server/core/environments/shared/json'
import { str } from '@/server/core/environments/shared/text'
import type { AceEpisode } from '@/server/core/episodes/acebench/episode'
import type { ExecutedMessage } from '@/server/core/episodes/acebench/execute-message'
import type { CallRecord, StepRecord } from '@/server/core/episodes/record'

/** An episode of ACEBench as steps: every message of the agent, and what it was answered by execution or the user. */
export function aceSteps(episode: AceEpisode): StepRecord[] {
  const steps: StepRecord[] = []
  let executed = 0
  for (const [place, { sender, message }] of episode.messages.entries()) {
    if (sender !== 'agent') continue
    const next = episode.messages[place + 1]
    const run = next?.sender === 'execution' ? (episode.executed[executed++] ?? null) : null
    const told = next === undefined ? null : `${next.sender}: ${str(next.message)}`
    steps.push(stepOf(steps.length, str(message), run, told))
  }
  return steps
}

function stepOf(step: number, text: string, run: ExecutedMessage | null, observation: string | null): StepRecord {
  const calls = run?.calls ? callRecords(run, run.calls) : []
  const base = { turn: 0, step, text, thinking: null, malformation: null, observation, calls }
  if (calls.length === 0) return { ...base, kind: 'answer', answer: text, outcome: 'executed' }
  const failed = calls.some(({ error }) => error !== null)
  return { ...base, kind: 'calls', answer: null, outcome: failed ? 'execution_error' : 'executed' }
}

/** Calls after an exception have no result. */
function callRecords({ results, errors }: ExecutedMessage, calls: readonly string[]): CallRecord[] {
  return calls.slice(0, Math.max(1, errors.length)).map((expression, index) => ({
    name: /^\s*([\p{L}_][\p{L}\p{N}_]*)/u.exec(expression)?.[1] ?? '',
    expression,
    standard: (typeof results === 'string' ? results : results?.[index]) ?? '',
    ...{ hinted: null, rule: null, executed: true },
    error: errorOf(errors[index] ?? null),
  }))
}

function errorOf(error: CallError | null): CallRecord['error'] {
  if (error === null) return null
  const values: { [key: string]: JsonValue } = {}
  for (const [name, value] of Object.entries(error.values)) values[name] = toJsonValue(value)
  return { domain: error.domain, code: error.code, values }
}
