import { readAceSuites } from '@/server/core/tasks/ace-suite'
import { memorySuiteFiles, readMemorySuites } from '@/server/core/tasks/memory-suite'
import { type StoredSuite, storeSuite } from '@/server/db/suites'
import type { Script } from '@/server/endpoints/testing/start-chat-server'
import { sha256 } from '@/server/hashes/content-hash'

const lines = (...rows: readonly object[]): string => rows.map((row) => JSON.stringify(row)).join('\n')
const user = (...texts: readonly string[]) => texts.map((content) => [{ role: 'user', content }])
const parameters = (...names: readonly string[]) => ({
  type: 'dict',
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  required: names,
})

function aceFiles(): Map<string, string> {
  const files = new Map<string, string>()
  for (const mode of ['multi_step', 'multi_turn']) {
    const ids = ['Switch the Wi-Fi on.', 'Please see to the Wi-Fi.'].map((question, n) => ({
      id: `agent_${mode}_${n + 2}`,
      question,
    }))
    const initial_config = { BaseApi: { wifi: false, logged_in: true } }
    const tool = { name: 'turn_on_wifi', description: 'Wi-Fi on.', parameters: parameters() }
    const questions = ids.map((row) => ({ ...row, initial_config, function: [tool], involved_classes: ['BaseApi'] }))
    const ground_truth = [{ BaseApi: { wifi: true, logged_in: true } }]
    const answers = ids.map(({ id }) => ({ id, ground_truth, mile_stone: ['[turn_on_wifi()]'] }))
    files.set(`data_agent_${mode}.json`, lines(...questions))
    files.set(`possible_answer/data_agent_${mode}.json`, lines(...answers))
  }
  return files
}

function memoryFiles(): Map<string, string> {
  const files = new Map(
    memorySuiteFiles.map((name) => [name, lines({ name: 'none', description: '', parameters: parameters() })]),
  )
  const ids = ['memory_3-finance-0', 'memory_4-finance-1']
  const texts = ['How large is the budget?', 'Where is the office?']
  files.set(
    'BFCL_v4_memory.json',
    lines(...ids.map((id, n) => ({ id, question: user(texts[n] ?? ''), scenario: 'finance' }))),
  )
  files.set(
    'possible_answer/BFCL_v4_memory.json',
    lines(...ids.map((id) => ({ id, ground_truth: ['five'], source: 's' }))),
  )
  for (const scenario of ['customer', 'healthcare', 'finance', 'student', 'notetaker'])
    files.set(
      `memory_prereq_conversation/memory_${scenario}.json`,
      lines(
        ...[0, 1].map((n) => ({
          id: `memory_prereq_${n}-${scenario}-${n}`,
          topic: 't',
          question: user(`The budget is five, ${n}.`, 'Bye.'),
        })),
      ),
    )
  const add = { name: 'core_memory_add', description: 'Adds.', parameters: parameters('key', 'value') }
  for (const name of memorySuiteFiles) if (name.endsWith('memory_kv.json')) files.set(name, lines(add))
  return files
}

/** Stores small suites of ACEBench agent and BFCL memory: two tasks each, of which the scripted model solves the first. */
export async function storeOwnRulesSuites(): Promise<StoredSuite[]> {
  const stored: StoredSuite[] = []
  for (const suite of [...readAceSuites(aceFiles(), sha256), ...readMemorySuites(memoryFiles(), sha256)])
    stored.push(await storeSuite(suite))
  return stored
}

/** What the model `solver` says in them. */
export const ownRulesScripts: readonly Script[] = [
  { when: ['You play a user', 'Switch the Wi-Fi on.'], says: ['Switch the Wi-Fi on.', 'finish conversation'] },
  { when: ['You play a user'], says: ['Please see to the Wi-Fi.', 'Never mind.', 'finish conversation'] },
  {
    when: ['The tools that you can call', 'The user has said everything', 'user:Switch the Wi-Fi on.'],
    says: ['<think>Easy.</think>[turn_on_wifi()]', 'finish conversation'],
  },
  { when: ['The tools that you can call', 'user:Switch the Wi-Fi on.'], says: ['[turn_on_wifi()]', 'It is on.'] },
  { when: ['The tools that you can call'], says: ['I wonder.', 'I wonder still.', 'finish conversation'] },
  { when: ['How large is the budget?'], says: ["{'answer': 'Five', 'context': 'It was said.'}"] },
  { when: ['Where is the office?'], says: ['I do not know.'] },
  {
    when: ['You advise a client'],
    says: [
      { name: 'core_memory_add', arguments: '{"key": "budget", "value": "five"}' },
      'Noted.',
      'Bye.',
      'Noted again.',
      'Bye.',
    ],
  },
]
