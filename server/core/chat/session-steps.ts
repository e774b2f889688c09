import type { JsonValue } from '@/server/core/environments/domain'
import { callText } from '@/server/core/environments/shared/call'
import { toJsonValue } from '@/server/core/environments/shared/json'
import type { CallRecord, StepRecord } from '@/server/core/episodes/record'
import type { CallOutcome } from '@/server/core/episodes/step-result'
import type { AnsweringStep } from '@/server/core/evaluation/memory/question-check'
import { messageFormats } from './chat-history'
import type { ChatFormat } from './endpoint-settings'
import type { SessionStep } from './tool-session'

/** The steps of a session as they are stored. */
export const sessionSteps = (steps: readonly SessionStep[], format: ChatFormat): StepRecord[] =>
  steps.map(({ turn, step, result }, index) => {
    const told = messageFormats[format].observation(result, step)
    return {
      ...{ turn, step: index, text: messageFormats[format].write(step), thinking: step.thinking, kind: step.kind },
      ...{ answer: step.answer, malformation: step.malformation, outcome: result.outcome },
      calls: result.calls.map(callRecord),
      observation: told.length === 0 ? null : told.map(({ content }) => content).join('\n'),
    }
  })

function callRecord({ call, standard, error }: CallOutcome): CallRecord {
  const values: { [key: string]: JsonValue } = {}
  for (const [name, value] of Object.entries(error?.values ?? {})) values[name] = toJsonValue(value)
  return {
    ...{ name: call.name, expression: callText(call), standard, hinted: null, rule: null, executed: true },
    error: error && { domain: error.domain, code: error.code, values },
  }
}

/** What the question is judged by: the words of each step and how many calls it made. */
export const answeringSteps = (steps: readonly SessionStep[]): AnsweringStep[] =>
  steps.map(({ step }) => ({ text: step.answer ?? step.text ?? '', calls: step.calls.length }))
