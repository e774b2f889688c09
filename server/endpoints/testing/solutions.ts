import { builtinRegistry } from '@/server/core/environments/registry'
import type { ToolCall } from '@/server/core/environments/shared/call'
import { jsonDumps } from '@/server/core/environments/shared/text'
import type { PyValue } from '@/server/core/environments/shared/values'
import { userWords } from '@/server/core/episodes/message-format'
import { taggedFormat } from '@/server/core/episodes/tagged-format'
import { type PreparedTask, prepareTask } from '@/server/core/tasks/prepare-task'
import type { Suite } from '@/server/core/tasks/task'

/** Conversation → steps of calls, as the scripted chat server reads them. */
export type Solutions = Record<string, { name: string; arguments: string }[][]>

/** The expected calls of a suite's tasks, one a step. */
export function solutionsOf(suite: Suite): Solutions {
  const solutions: Solutions = {}
  for (const task of suite.tasks) addSolution(solutions, prepareTask(task, suite, builtinRegistry))
  return solutions
}

/** The same for the tagged text format, in which the user's words follow the tools that come with them. */
export function taggedSolutionsOf(suite: Suite): Solutions {
  const solutions: Solutions = {}
  for (const task of suite.tasks) {
    const said: string[] = []
    for (const turn of prepareTask(task, suite, builtinRegistry).turns) {
      said.push(taggedFormat.user(turn).content)
      solutions[JSON.stringify([said, []])] = turn.expected.map((call) => [wireCall(call, turn.tools)])
    }
  }
  return solutions
}

function addSolution(solutions: Solutions, { turns }: PreparedTask): void {
  const said: string[] = []
  for (const turn of turns) {
    said.push(userWords(turn))
    const names = turn.tools.map(({ name }) => name).sort()
    solutions[JSON.stringify([said, names])] = turn.expected.map((call) => [wireCall(call, turn.tools)])
  }
}

function wireCall({ name, positional, keyword }: ToolCall, tools: PreparedTask['turns'][number]['tools']) {
  const parameters = Object.keys(tools.find((doc) => doc.name === name)?.parameters.properties ?? {})
  const args = new Map<string, PyValue>(positional.map((value, index) => [parameters[index] ?? `#${index}`, value]))
  for (const [key, value] of keyword) args.set(key, value)
  return { name, arguments: jsonDumps(args) }
}
