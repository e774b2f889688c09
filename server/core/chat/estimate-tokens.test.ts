import { expect, it } from 'vitest'
import { lampTask } from '@/server/core/episodes/testing/lamp-room'
import { estimateTokens } from './estimate-tokens'

const docs = { LampRoom: [] }
const turn = (calls: number) => ({ message: 'Please.', expected: Array.from({ length: calls }, () => 'level()') })
const estimate = (calls: readonly number[]) => estimateTokens(lampTask(calls.map(turn)).task, { toolDocs: docs })

it('counts a request for every expected call and one for the answer of every turn', () => {
  const one = estimate([0]).completionTokens
  expect([estimate([2]).completionTokens, estimate([1, 0]).completionTokens]).toEqual([3 * one, 3 * one])
})

it('reads the conversation again with every request', () => {
  const [short, long] = [estimate([1]), estimate([1, 1])]
  expect(long.promptTokens).toBeGreaterThan(2 * short.promptTokens)
})

it('reads the tools with every request', () => {
  const { task } = lampTask([turn(1)])
  const tool = {
    name: 'level',
    description: 'x'.repeat(400),
    parameters: { type: 'dict', properties: {}, required: [] },
  } as const
  const more = estimateTokens(task, {
    toolDocs: { LampRoom: [{ ...tool, parameters: { ...tool.parameters, required: [] } }] },
  })
  expect(more.promptTokens - estimateTokens(task, { toolDocs: docs }).promptTokens).toBeGreaterThanOrEqual(200)
})

it('counts the pages that a question of web search is answered from', () => {
  const { task } = lampTask([turn(0)])
  const web = estimateTokens({ ...task, benchmark: { kind: 'bfcl-web-search', answers: ['Wuyi'] } }, { toolDocs: docs })
  expect(web.promptTokens).toBeGreaterThan(50_000)
})
