import type { Suite, Task } from '@/server/core/tasks/task'
import type { ChatUsage } from './usage'

/** Characters of English text and JSON in a token, roughly. */
const charactersPerToken = 4
/** What a call or an answer of the model takes, and its observation. */
const tokensWritten = 60
const tokensObserved = 60
const systemTokens = 120
/** A question of web search has no expected calls: searches and pages until it is answered, and what a page is long. */
const webCalls = 6
const tokensOfPage = 4000

type Tokens = Pick<ChatUsage, 'promptTokens' | 'completionTokens'>

/**
 * What a model that does what is expected reads and writes in one play of a task, roughly: every request repeats the
 * tools and the conversation so far. Thinking comes on top.
 */
export function estimateTokens(task: Task, suite: Pick<Suite, 'toolDocs'>): Tokens {
  return estimateTurns(task, suite).reduce((sum, turn) => ({
    promptTokens: sum.promptTokens + turn.promptTokens,
    completionTokens: sum.completionTokens + turn.completionTokens,
  }))
}

/** The same for each turn of its own, its requests holding the turns before. */
export function estimateTurns(task: Task, suite: Pick<Suite, 'toolDocs'>): Tokens[] {
  const docs = task.domains.flatMap((domain) => suite.toolDocs[domain] ?? [])
  let conversation = systemTokens + JSON.stringify(docs).length / charactersPerToken
  const isWeb = task.benchmark?.kind === 'bfcl-web-search'
  const observed = isWeb ? tokensOfPage : tokensObserved
  return task.turns.map(({ message, expected }) => {
    const calls = isWeb ? webCalls : expected.length
    conversation += message.length / charactersPerToken
    let promptTokens = 0
    for (let step = 0; step <= calls; step++) {
      promptTokens += conversation
      conversation += tokensWritten + (step < calls ? observed : 0)
    }
    return { promptTokens: Math.round(promptTokens), completionTokens: (calls + 1) * tokensWritten }
  })
}
