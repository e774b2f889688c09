import { describe, expect, it } from 'vitest'
import { readDraftAnswer } from './draft-answer'

const rule = { conditions: [{ field: 'part', is: 'not_empty' }], template: 'Use {part}.' }

describe('what a chat model answers when it drafts a rule', () => {
  it.each([
    ['the object alone', JSON.stringify(rule)],
    ['the object in a fence', `\`\`\`json\n${JSON.stringify(rule, null, 2)}\n\`\`\``],
    ['words around it', `Here it is: ${JSON.stringify(rule)} — a rule.`],
  ])('is read from %s', (_, text) => {
    expect(readDraftAnswer(text)).toEqual(rule)
  })

  it('may leave the conditions out', () => {
    expect(readDraftAnswer('{"template": " Try again. "}')).toEqual({ conditions: [], template: 'Try again.' })
  })

  it.each([
    ['I would rather not.', 'it holds no JSON object'],
    ['{"template": "a', 'it holds no JSON object'],
    ['{"template": }', 'it is not valid JSON: '],
    ['{"conditions": []}', 'template: '],
    ['{"template": ""}', 'template: must not be empty'],
    ['{"template": "a", "conditions": [{"field": "x", "is": "matches", "text": ".*"}]}', 'conditions[0].is: '],
    ['{"template": "a", "conditions": [{"field": "x", "is": "one_of", "values": []}]}', 'conditions[0].values: '],
  ])('is refused with what is wrong: %s', (text, problem) => {
    const answer = readDraftAnswer(text)
    expect('problem' in answer && answer.problem).toContain(problem)
  })
})
