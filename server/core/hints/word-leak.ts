import type { Suite } from '@/server/core/tasks/task'
import { type ExpectedValue, expectedValues, leakedValues } from './ground-truth-leak'
import type { HintRule } from './rule'
import { parseTemplate } from './template'

/** A turn of a task that expects calls. */
export interface ExpectedTurn {
  readonly suite: string
  readonly task: string
  readonly turn: number
  readonly domains: readonly string[]
  readonly values: readonly ExpectedValue[]
  /** What the user has said up to here. */
  readonly messages: readonly string[]
}

export interface ExpectedSuite {
  readonly turns: readonly ExpectedTurn[]
  /** What every agent reads of the tools: names, parameters, descriptions. */
  readonly docs: string
}

/** What a suite expects, turn by turn. */
export const expectedSuite = ({ name, tasks, toolDocs }: Suite): ExpectedSuite => ({
  docs: JSON.stringify(toolDocs),
  turns: tasks.flatMap((task) =>
    task.turns.flatMap(({ expected }, turn) => {
      const values = expectedValues(expected)
      const messages = task.turns.slice(0, turn + 1).map(({ message }) => message)
      return values.length === 0 ? [] : [{ suite: name, task: task.key, turn, domains: task.domains, values, messages }]
    }),
  ),
})

/** A ground-truth value in the words of a template that no reader of the user's messages could know. */
export interface WordLeak {
  readonly value: string
  /** The expected call that passes it. */
  readonly call: string
  readonly where: { readonly suite: string; readonly task: string; readonly turn: number }
  readonly text: string
}

/** The first value that a rule's own words, whatever the error, would give away in one of the suites; null: none. */
export function wordLeak({ when, template }: HintRule, suites: readonly ExpectedSuite[]): WordLeak | null {
  const text = ownWords(template)
  for (const { turns, docs } of suites) {
    for (const { domains, values, messages, suite, task, turn } of turns) {
      if (when.domain !== undefined && !domains.includes(when.domain)) continue
      const told = values.filter((value) => text.includes(value.text))
      const [leaked] = told.length > 0 ? leakedValues(text, told, [...messages, docs]) : []
      if (leaked) return { value: leaked.text, call: leaked.call, where: { suite, task, turn }, text: template }
    }
  }
  return null
}

/** The template's own words, without what it puts in. */
const ownWords = (template: string): string =>
  parseTemplate(template)
    .map((part) => ('text' in part ? part.text : '\n'))
    .join('')
