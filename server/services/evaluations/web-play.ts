import type { ChatFormat } from '@/server/core/chat/endpoint-settings'
import { ownRulesRecord, ownRulesTurn } from '@/server/core/chat/own-rules-record'
import { answeringSteps, sessionSteps } from '@/server/core/chat/session-steps'
import { ToolSession } from '@/server/core/chat/tool-session'
import { evaluationRegistry } from '@/server/core/environments/evaluation-registry'
import type { EpisodeIdentity, EpisodeRecord } from '@/server/core/episodes/record'
import type { Web } from '@/server/core/episodes/web-search/web'
import { webPrompt } from '@/server/core/episodes/web-search/web-prompt'
import { WebWorld } from '@/server/core/episodes/web-search/web-world'
import { checkQuestion } from '@/server/core/evaluation/memory/question-check'
import type { Suite, Task } from '@/server/core/tasks/task'
import { webDomain } from '@/server/core/tasks/web-benchmark'
import { prepareWebQuestion } from '@/server/core/tasks/web-question'
import type { MeteredModel } from '@/server/endpoints/open-endpoint'
import type { TaskPlay } from './task-play'

interface WebPlayInput {
  readonly task: Task
  readonly suite: Suite
  readonly identity: EpisodeIdentity
  readonly format: ChatFormat
  readonly model: MeteredModel
  readonly web: Web
}

/** A question of BFCL web search, judged by its answer. */
export function webPlay({ task, suite, identity, format, model, web }: WebPlayInput): TaskPlay {
  const { message, showsSnippets, answers } = prepareWebQuestion(task)
  const world = new WebWorld(evaluationRegistry, web, showsSnippets)
  const session = new ToolSession({
    ...{ messages: [message], prompt: webPrompt, tools: suite.toolDocs[webDomain] ?? [], format },
    execute: (call, signal) => world.execute(call, signal),
  })
  const record = (): EpisodeRecord => {
    const steps = sessionSteps(session.steps, format)
    const verdict = checkQuestion([answeringSteps(session.steps)], answers)
    const { valid: success } = verdict
    const turns = [ownRulesTurn({ userMessage: message, expected: answers, judged: 'answer', success, steps })]
    const judged = { success, verdict: verdict.valid ? 'valid' : verdict.error_type, truncated: session.truncated }
    return ownRulesRecord({ identity, task, turns, steps, ...judged })
  }
  return {
    play: (signal) => session.play(model, signal),
    record,
    before: () => [],
    outcome: () => {
      const { success, counts } = record()
      const counted = { steps: counts.steps, malformedSteps: counts.formatErrors }
      return { success, turnScores: [success ? 1 : 0], irrelevance: false, ...counted, measures: null }
    },
    usage: () => model.usage,
  }
}
