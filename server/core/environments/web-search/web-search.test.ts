import { describe, expect, it } from 'vitest'
import { lastResult } from '../testing/play'
import { webSearch } from '.'
import { requestText, type WebRequest } from './web-request'

const url = 'https://tea.example/wuyi'
const result = (n: number) => ({ title: `Tea ${n}`, href: `https://tea.example/${n}`, body: `Snippet ${n}` })
const search: WebRequest = { kind: 'search', keywords: 'dear tea', region: 'us-en' }
const web = {
  [requestText(search)]: { results: [result(1), result(2)] },
  [requestText({ kind: 'page', url })]: { page: '<p>Da <b>Hong</b> Pao</p><script>no</script>' },
}
const play = (call: string, more: object = {}) =>
  lastResult(webSearch, [call], JSON.stringify({ answers: web, ...more }))

describe('a search', () => {
  const call = (most: string) => `search_engine_query(keywords='dear tea', max_results=${most}, region='us-en')`

  it('gives as many results as were asked for, sliced as Python slices', () => {
    expect(play(call('1'))).toBe("[{'title': 'Tea 1', 'href': 'https://tea.example/1', 'body': 'Snippet 1'}]")
    expect(play(call('None'))).toContain('Tea 2')
    expect(play(call('-1'))).not.toContain('Tea 2')
    expect(play(call("'1'"))).toBe(
      'Error during execution: slice indices must be integers or None or have an __index__ method',
    )
  })

  it('leaves the snippets out where the variant says so', () => {
    expect(play(call('1'), { show_snippet: false })).toBe("[{'title': 'Tea 1', 'href': 'https://tea.example/1'}]")
  })

  it('is another one in another region', () => {
    expect(play("search_engine_query(keywords='dear tea')")).toBe('{"error": "The web cannot be searched from here."}')
  })
})

describe('a page', () => {
  it.each([
    ['raw', '{"content": "<p>Da <b>Hong</b> Pao</p><script>no</script>"}'],
    ['markdown', '{"content": "Da **Hong** Pao\\n"}'],
    ['truncate', '{"content": "Da\\nHong\\nPao"}'],
  ])('is given %s', (mode, content) => expect(play(`fetch_url_content(url='${url}', mode='${mode}')`)).toBe(content))

  it('has to have an address', () => {
    expect(play("fetch_url_content(url='ftp://tea.example')")).toBe(
      'Error during execution: Invalid URL: ftp://tea.example',
    )
    expect(play('fetch_url_content(url=5)')).toBe("Error during execution: 'int' object has no attribute 'startswith'")
  })
})
