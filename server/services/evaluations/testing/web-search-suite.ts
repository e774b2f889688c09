import { readWebSuites } from '@/server/core/tasks/web-suite'
import { storeSuite } from '@/server/db/suites'
import type { Script } from '@/server/endpoints/testing/start-chat-server'
import { sha256 } from '@/server/hashes/content-hash'

const lines = (rows: readonly object[]): string => rows.map((row) => JSON.stringify(row)).join('\n')
const asked = ['Which is the dearest tea?', 'Where does it grow?']
const accepted = ['Da Hong Pao', 'Wuyi']
const ids = asked.map((_, n) => `web_search_${n}`)

/** Stores both suites of web search with two questions each. */
export async function storeWebSuites(): Promise<void> {
  const questions = ids.map((id, n) => ({
    ...{ id, question: [[{ role: 'user', content: asked[n] }]], involved_classes: ['WebSearchAPI'] },
  }))
  const answers = ids.map((id, n) => ({ id, ground_truth: [accepted[n]] }))
  const files = new Map([
    ['BFCL_v4_web_search.json', lines(questions)],
    ['possible_answer/BFCL_v4_web_search.json', lines(answers)],
  ])
  for (const suite of readWebSuites(files, sha256)) await storeSuite(suite)
}

const search = (keywords: string) => ({ name: 'search_engine_query', arguments: { keywords, max_results: 1 } })
const page = (url: string) => ({ name: 'fetch_url_content', arguments: { url, mode: 'truncate' } })
const told = { dearest: "{'answer': 'Da Hong Pao', 'context': 'The page says so.'}", grows: 'It grows in Wuyi.' }
const native = (call: { readonly name: string; readonly arguments: object }) => ({
  ...{ name: call.name, arguments: JSON.stringify(call.arguments) },
})
const tagged = (call: object) => `<think>I look.</think><tool_call>${JSON.stringify([call])}</tool_call>`

const thrice = <T>(said: T): T[] => [said, said, said]

/** What the model `solver` says to them, in both message formats. */
export const webScripts: readonly Script[] = [
  {
    when: ['<tool_call>', asked[0] ?? ''],
    says: [
      tagged(search('dear tea')),
      tagged(page('https://tea.example/')),
      `<think>So.</think><answer>${told.dearest}</answer>`,
    ],
  },
  {
    when: ['<tool_call>'],
    says: [...thrice(tagged(search('wuyi'))), `<think>So.</think><answer>${told.grows}</answer>`],
  },
  { when: [asked[0] ?? ''], says: [native(search('dear tea')), native(page('https://tea.example/')), told.dearest] },
  { when: [asked[1] ?? ''], says: [...thrice(native(search('wuyi'))), told.grows] },
]
