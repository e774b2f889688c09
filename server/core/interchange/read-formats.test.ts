import { describe, expect, it } from 'vitest'
import { InterchangeError } from './interchange-error'
import { readAtif } from './read-atif'
import { readOpenAi } from './read-openai'
import { readTrl } from './read-trl'
import { readVerl } from './read-verl'
import type { Transcript } from './transcript'

/** The gist of a transcript: who said what. */
const gist = ({ turns }: Transcript) =>
  turns.map(({ user, steps }) => [
    user,
    ...steps.map(({ kind, text, calls }) =>
      kind === 'calls'
        ? calls.map(({ name, arguments: given, result }) => `${name}(${given}) → ${result}`).join('; ')
        : `${kind}: ${text}`,
    ),
  ])

const expected = [
  ['How much is a flight?', 'price({"to":"SFO"}) → 100.0', 'answer: It is 100.'],
  ['Book it.', 'answer: Done.'],
]

describe('chat messages', () => {
  const calls = [{ id: 'c1', type: 'function', function: { name: 'price', arguments: '{"to":"SFO"}' } }]
  const messages = [
    { role: 'system', content: 'Help.' },
    { role: 'user', content: [{ type: 'text', text: 'How much is a flight?' }] },
    { role: 'assistant', content: null, tool_calls: calls },
    { role: 'tool', tool_call_id: 'c1', content: '100.0' },
    { role: 'assistant', content: 'It is 100.' },
    { role: 'user', content: 'Book it.' },
    { role: 'assistant', content: 'Done.' },
  ]
  it('become turns and steps, as a line or as a bare list', () => {
    const read = readOpenAi({ messages, reward: 0.5 })
    expect(gist(read)).toEqual(expected)
    expect([read.system, read.meta.reward]).toEqual(['Help.', 0.5])
    expect(gist(readOpenAi(messages))).toEqual(expected)
  })
  it('may hold calls in their text', () => {
    const text = '<think>hm</think>\n<tool_call>\n{"name": "price", "arguments": {"to": "SFO"}}\n</tool_call>'
    const read = readOpenAi([
      { role: 'user', content: 'x' },
      { role: 'assistant', content: text },
    ])
    expect(read.turns[0]?.steps).toMatchObject([{ kind: 'calls', thinking: 'hm', calls: [{ name: 'price' }] }])
  })
  it('are refused with a reason', () => {
    expect(() => readOpenAi({ messages: [{ role: 'robot', content: 'x' }] })).toThrow(InterchangeError)
    expect(() => readOpenAi({ prompt: 'x' })).toThrow(/messages/)
    expect(() => readOpenAi(12)).toThrow(InterchangeError)
    const unasked = { role: 'tool', content: '100.0' }
    expect(() => readOpenAi([...messages, { role: 'user', content: 'And?' }, unasked])).toThrow('messages[8]: a tool')
  })
})

describe('rollout dumps of verl', () => {
  const call = '<tool_call>\n{"name": "price", "arguments": {"to": "SFO"}}\n</tool_call>'
  it('are read through the templates of Qwen', () => {
    const input =
      '<|im_start|>system\nHelp.<|im_end|>\n<|im_start|>user\nHow much is a flight?<|im_end|>\n<|im_start|>assistant\n'
    const output = `${call}<|im_end|>\n<|im_start|>user\n<tool_response>\n100.0\n</tool_response><|im_end|>\n<|im_start|>assistant\nIt is 100.<|im_end|>\n<|im_start|>user\nBook it.<|im_end|>\n<|im_start|>assistant\nDone.<|im_end|>`
    const read = readVerl({ input, output, gts: null, score: 0.75, step: 12, uid: 'g1' })
    expect(gist(read)).toEqual(expected)
    expect(read.meta).toMatchObject({ reward: 0.75, trainingStep: 12, group: 'g1' })
    expect(read.system).toBe('Help.')
  })
  it('and of Llama', () => {
    const head = (role: string) => `<|start_header_id|>${role}<|end_header_id|>\n\n`
    const input = `<|begin_of_text|>${head('system')}Help.<|eot_id|>${head('user')}How much is a flight?<|eot_id|>${head('assistant')}`
    const output = `${call}<|eot_id|>${head('ipython')}100.0<|eot_id|>${head('assistant')}It is 100.<|eot_id|>${head('user')}Book it.<|eot_id|>${head('assistant')}Done.<|eot_id|>`
    expect(gist(readVerl({ input, output, score: 1 }))).toEqual(expected)
  })
  it('and without special tokens', () => {
    const input = 'system\nHelp.\nuser\nHow much is a flight?\nassistant\n'
    const output = `${call}\nuser\n<tool_response>\n100.0\n</tool_response>\nassistant\nIt is 100.\nuser\nBook it.\nassistant\nDone.`
    expect(gist(readVerl({ input, output, score: 1 }))).toEqual(expected)
  })
  it('and as plain text', () => {
    expect(gist(readVerl({ input: 'What is 1 + 1?', output: '2', score: 1 }))).toEqual([
      ['What is 1 + 1?', 'answer: 2'],
    ])
  })
  it('are refused without a response', () => {
    expect(() => readVerl({ input: 'x' })).toThrow(/output/)
  })
})

describe('completions of TRL', () => {
  it('are read as text and as messages, their rewards added up', () => {
    const text = {
      step: 3n,
      prompt: 'What?',
      completion: 'That.',
      length_reward: 0.5,
      accuracy_reward: 1,
      advantage: -0.2,
    }
    const read = readTrl(text)
    expect(gist(read)).toEqual([['What?', 'answer: That.']])
    expect(read.meta).toMatchObject({ trainingStep: 3, reward: 1.5, advantage: -0.2 })
    const messages = {
      prompt: [{ role: 'user', content: 'What?' }],
      completion: [{ role: 'assistant', content: 'That.' }],
      reward: 2,
    }
    expect(readTrl(messages).meta.reward).toBe(2)
    expect(gist(readTrl(messages))).toEqual([['What?', 'answer: That.']])
  })
  it('are refused without their columns', () => {
    expect(() => readTrl({ prompt: 'x' })).toThrow(/completion/)
  })
})

describe('ATIF documents', () => {
  it('of others are read, too', () => {
    const steps = [
      { step_id: 1, source: 'user', message: 'How much is a flight?' },
      {
        ...{ step_id: 2, source: 'agent', message: '', reasoning_content: 'hm' },
        tool_calls: [{ tool_call_id: 'c1', function_name: 'price', arguments: { to: 'SFO' } }],
        observation: { results: [{ source_call_id: 'c1', content: '100.0' }] },
      },
      { step_id: 3, source: 'agent', message: 'It is 100.' },
      { step_id: 4, source: 'user', message: 'Book it.' },
      { step_id: 5, source: 'agent', message: [{ type: 'text', text: 'Done.' }] },
    ]
    const document = { schema_version: 'ATIF-v1.5', session_id: 's', agent: { name: 'a', version: '1' }, steps }
    expect(gist(readAtif(document))).toEqual(expected)
    expect(readAtif(document).meta.id).toBe('s')
  })
  it('of another version are refused', () => {
    expect(() => readAtif({ schema_version: 'ATIF-v2.0', steps: [] })).toThrow(/ATIF-v1/)
  })
})
