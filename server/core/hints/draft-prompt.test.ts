import { describe, expect, it } from 'vitest'
import { draftAgain, draftPrompt } from './draft-prompt'

const doc = (name: string, parameter: string) => ({
  ...{ name, description: `Does ${name}.` },
  parameters: {
    type: 'dict' as const,
    properties: { [parameter]: { type: 'string', description: 'Its name.' } },
    required: [parameter],
  },
})
const error = {
  ...{ domain: 'Workshop', tool: 'fit_part', code: 'part_unknown' },
  definition: { summary: 'The stock has no such part.', fields: ['part', 'suggestion'] },
  docs: [doc('fit_part', 'part'), doc('find_parts', 'keyword')],
}

describe('what a chat model is asked for a rule', () => {
  it('holds the error, its values, the tools and what failed', () => {
    const failure = { call: "fit_part(part='bell')", standard: 'Unknown part: bell', values: '{"part":"bell"}' }
    const [system, user] = draftPrompt(error, [failure])
    expect(system?.content).toContain('{"conditions": [...], "template": "..."}')
    expect(user?.content).toContain('part_unknown of fit_part: The stock has no such part.')
    expect(user?.content).toContain('Its fields: part, suggestion, tool, domain')
    expect(user?.content).toContain('find_parts(keyword): Does find_parts.')
    expect(user?.content).toContain('fit_part(part=\'bell\')\n  told: Unknown part: bell\n  fields: {"part":"bell"}')
  })

  it('goes on with what was wrong with an answer', () => {
    const asked = draftPrompt(error, [])
    const again = draftAgain(asked, 'No.', 'it holds no JSON object')
    expect(again.slice(0, 2)).toEqual(asked)
    expect(again.slice(2).map(({ role }) => role)).toEqual(['assistant', 'user'])
    expect(again.at(-1)?.content).toContain('it holds no JSON object')
  })
})
