import { describe, expect, it } from 'vitest'
import { readWebSuites } from './web-suite'

const line = (id: string, content = 'Which tea is the dearest?') =>
  JSON.stringify({ id, question: [[{ role: 'user', content }]], involved_classes: ['WebSearchAPI'] })
const answer = (id: string) => JSON.stringify({ id, ground_truth: ['Da Hong Pao'], source: [], num_hops: 1 })
const files = (questions: readonly string[], answers: readonly string[], docs?: string) =>
  new Map([
    ['BFCL_v4_web_search.json', questions.join('\n')],
    ['possible_answer/BFCL_v4_web_search.json', answers.join('\n')],
    ...(docs === undefined ? [] : [['multi_turn_func_doc/web_search.json', docs] as const]),
  ])
const read = (...args: Parameters<typeof files>) => readWebSuites(files(...args), (text) => `hash ${text.length}`)

describe('the web search questions', () => {
  it('are a suite with snippets and one without, in which a question is the same dialogue', () => {
    const [base, without] = read([line('web_search_0')], [answer('web_search_0')])
    expect([base?.name, without?.name]).toEqual(['bfcl-web-search', 'bfcl-web-search-no-snippet'])
    expect(base?.tasks[0]).toMatchObject({
      ...{ key: 'web_search_base_0', dialogue: 'web_search_0', partition: 'test' },
      scenario: '{"WebSearchAPI":{"show_snippet":true}}',
      benchmark: { kind: 'bfcl-web-search', answers: ['Da Hong Pao'] },
    })
    expect(without?.tasks[0]).toMatchObject({ key: 'web_search_no_snippet_0', dialogue: 'web_search_0' })
    expect(without?.tasks[0]?.scenario).toContain('false')
    expect(base?.hash).not.toBe(without?.hash)
  })

  it('come with the tool docs of their folder, else with ours', () => {
    const doc = (name: string) =>
      JSON.stringify({ name, description: 'Its own.', parameters: { type: 'dict', properties: {}, required: [] } })
    const own = `${doc('search_engine_query')}\n${doc('fetch_url_content')}`
    const [base] = read([line('web_search_0')], [answer('web_search_0')], own)
    expect(base?.toolDocs.WebSearchAPI?.[0]?.description).toBe('Its own.')
    expect(() => read([line('web_search_0')], [answer('web_search_0')], doc('duckduckgo_search'))).toThrow(
      'the tool search_engine_query has no documentation',
    )
  })

  it('are refused with file and line', () => {
    expect(() => read([line('web_search_0'), line('memory_1')], [answer('web_search_0')])).toThrow(
      /BFCL_v4_web_search.json.*2/,
    )
    expect(() => read([line('web_search_0')], [])).toThrow('no possible answer for web_search_0')
    expect(() => read([line('web_search_0'), line('web_search_0')], [answer('web_search_0')])).toThrow('occurs twice')
    expect(() => read([], [])).toThrow('the file has no question')
    expect(() => readWebSuites(new Map(), String)).toThrow('BFCL_v4_web_search.json: the file is missing')
  })
})
