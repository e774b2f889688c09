import type { ChatMessage } from '@/server/core/episodes/chat'
import type { ToolDoc } from '@/server/core/tasks/task'
import type { UnhintedError } from './propose-rule'

/** A recorded failing call as a chat model may see it: nothing of what the task expects. */
export interface SeenFailure {
  /** As the agent wrote it. */
  readonly call: string
  /** What the agent was told. */
  readonly standard: string
  /** The error's values as JSON text. */
  readonly values: string
}

const instructions = `You write hints for agents that call tools. When a call fails, the agent reads the hint in place of the tool's short error message, so a hint has to tell what the agent can do now: which argument is wrong and why, which values are valid, which tool gives the missing piece, what has to be called first.

Answer with one JSON object and nothing else:
{"conditions": [...], "template": "..."}

template: the hint, at most 400 characters. {field} puts in a value of the error, {tool} the tool's name; {{ and }} are braces. Write calls as Python: find(name='{name}'). Never write a value that only one task could need: names, ids and numbers come from the fields alone.
conditions: usually []. Each one narrows the hint down to errors whose value fulfils it, in one of these forms:
{"field": "x", "is": "empty"}, {"field": "x", "is": "not_empty"}, {"field": "x", "is": "equal", "to": 1}, {"field": "x", "is": "not_equal", "to": 1}, {"field": "x", "is": "one_of", "values": [1, 2]}, {"field": "x", "is": "none_of", "values": [1, 2]}, {"field": "x", "is": "contains", "text": "/"}
Use only the fields that are listed.`

/** What a chat model is asked when it drafts a rule: the error, its values, the tools' documentation, some failures. */
export function draftPrompt(error: UnhintedError, failures: readonly SeenFailure[]): ChatMessage[] {
  const { tool, code, definition, docs } = error
  const own = docs.find(({ name }) => name === tool)
  const others = docs.filter(({ name }) => name !== tool)
  const sections = [
    `The error ${code}${tool === '' ? '' : ` of ${tool}`}: ${definition.summary}`,
    `Its fields: ${[...definition.fields, 'tool', 'domain'].join(', ')}`,
    ...(own ? [`The tool: ${JSON.stringify(own)}`] : []),
    ...(others.length > 0 ? [`Other tools of the same service:\n${others.map(docLine).join('\n')}`] : []),
    ...(failures.length > 0 ? [`Calls that failed so:\n${failures.map(failureLines).join('\n')}`] : []),
  ]
  return [
    { role: 'system', content: instructions },
    { role: 'user', content: sections.join('\n\n') },
  ]
}

/** The conversation goes on when an answer could not be used. */
export const draftAgain = (asked: readonly ChatMessage[], answer: string, problem: string): ChatMessage[] => [
  ...asked,
  { role: 'assistant', content: answer },
  { role: 'user', content: `That cannot be used: ${problem}. Answer again with the whole JSON object.` },
]

const docLine = ({ name, description, parameters }: ToolDoc): string =>
  `${name}(${Object.keys(parameters.properties).join(', ')}): ${description}`

const failureLines = ({ call, standard, values }: SeenFailure): string =>
  `${call}\n  told: ${standard}\n  fields: ${values}`
