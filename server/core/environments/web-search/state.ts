import type { JsonValue, LoadOptions } from '../domain'
import { attributeValues, differingAttributes, encodeAttributes } from '../public-attributes'
import { attributeOf, dictOf } from '../scenario'
import { truthy } from '../shared/truth'
import type { PyDict, PyValue } from '../shared/values'
import { readAnswer } from './answer-value'
import type { WebAnswer } from './web-request'

const attributes = ['show_snippet'] as const

/** What is known of the web. Tools only read it. */
export interface WebState {
  readonly show_snippet: boolean
  /** By the request's text. Whoever plays an episode asks for what is missing (episodes/web-search). */
  readonly answers: ReadonlyMap<string, WebAnswer>
}

export function load(scenario: PyDict, _options: LoadOptions): WebState {
  const answers = dictOf(scenario, 'answers', new Map())
  return {
    show_snippet: truthy(attributeOf(scenario, 'show_snippet', true)),
    answers: new Map([...answers].map(([request, answer]) => [String(request), readAnswer(answer)])),
  }
}

export const clone = (state: WebState): WebState => state

export const differences = (expected: WebState, actual: WebState): readonly string[] =>
  differingAttributes(attributes, expected, actual)

export const encode = (state: WebState): { [attribute: string]: JsonValue } => encodeAttributes(attributes, state)

export const values = (state: WebState): ReadonlyMap<string, PyValue> => attributeValues(attributes, state)
