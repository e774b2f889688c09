import { ScenarioError } from '../scenario'
import { dict, isDict, type PyDict, type PyValue } from '../shared/values'
import type { WebAnswer, WebResult } from './web-request'

/** An answer as a scenario holds it. */
export function answerValue(answer: WebAnswer): PyDict {
  if (answer.kind === 'page') return dict({ page: answer.text })
  if (answer.kind === 'failed') return dict({ failed: answer.reason })
  return dict({ results: answer.results.map(({ title, href, body }) => dict({ title, href, body })) })
}

/** The answer that a scenario holds. Throws `ScenarioError`. */
export function readAnswer(value: PyValue): WebAnswer {
  if (!isDict(value)) throw new ScenarioError('an answer of the web must be an object')
  const [page, failed, results] = ['page', 'failed', 'results'].map((name) => value.get(name))
  if (typeof page === 'string') return { kind: 'page', text: page }
  if (typeof failed === 'string') return { kind: 'failed', reason: failed }
  if (Array.isArray(results)) return { kind: 'results', results: results.map(readResult) }
  throw new ScenarioError('an answer of the web has "results", "page" or "failed"')
}

function readResult(value: PyValue): WebResult {
  const text = (name: string): string => {
    const found = isDict(value) ? value.get(name) : null
    if (typeof found !== 'string') throw new ScenarioError(`a result of a search has the text "${name}"`)
    return found
  }
  return { title: text('title'), href: text('href'), body: text('body') }
}
