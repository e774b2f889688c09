import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EndpointError } from '@/server/core/chat/endpoint-error'
import { type EndpointSettings, endpointSettingsSchema } from '@/server/core/chat/endpoint-settings'
import type { RetryPolicy } from '@/server/core/chat/retry-delay'
import { OpenEndpoint } from './open-endpoint'
import { type ChatServer, startChatServer } from './testing/start-chat-server'

let server: ChatServer
beforeAll(async () => {
  const words = ['Look for Emma.']
  const call = { name: 'find_book', arguments: '{"title": "Emma", "year": 1815}' }
  server = await startChatServer({ [JSON.stringify([words, ['find_book']])]: [[call, call]] })
})
afterAll(() => server.stop())

const request = {
  messages: [{ role: 'user', content: 'Look for Emma.' }],
  tools: [{ type: 'function', function: { name: 'find_book', description: 'Finds.', parameters: { type: 'object' } } }],
} as const
const never = new AbortController().signal
const retries: RetryPolicy = { attempts: 3, firstWaitMs: 5, longestWaitMs: 20, mostPatienceMs: 5000 }
let next = 1

function open(model: string, more: Partial<EndpointSettings> = {}, key: string | null = server.key) {
  const settings = { ...endpointSettingsSchema.parse({ baseUrl: server.url, model }), ...more }
  return new OpenEndpoint({ id: next++, settings, key }, retries).model(7)
}

const failureOf = async (
  model: string,
  more?: Partial<EndpointSettings>,
  key?: string | null,
): Promise<EndpointError> => {
  const error: unknown = await open(model, more, key)
    .complete(request, never)
    .catch((reason: unknown) => reason)
  if (error instanceof EndpointError) return error
  throw new Error(`no failure of the endpoint: ${String(error)}`)
}

describe('a chat endpoint', () => {
  it('is asked with model, seed, temperature and tools, and its calls, ids and tokens come back', async () => {
    const model = open('solver', { temperature: 0.5, maxTokens: 99 })
    const reply = await model.complete(request, never)
    expect(reply).toMatchObject({ content: null, finishReason: 'tool_calls' })
    expect(reply.toolCalls.map(({ name, arguments: text }) => [name, text])).toEqual([
      ['find_book', '{"title": "Emma", "year": 1815}'],
      ['find_book', '{"title": "Emma", "year": 1815}'],
    ])
    expect(new Set(reply.toolCalls.map(({ id }) => id)).size).toBe(2)
    expect(model.usage).toMatchObject({ requests: 1, failedRequests: 0, promptTokens: 100, completionTokens: 10 })
    const asked = (await server.seen()).asked.at(-1)
    expect(asked).toMatchObject({
      model: 'solver',
      seed: 7,
      temperature: 0.5,
      max_tokens: 99,
      tools: [{ type: 'function' }],
    })
  })

  it('answers the same as a stream, by setting or because it can do nothing else', async () => {
    const whole = await open('solver').complete(request, never)
    const texts = (calls: typeof whole.toolCalls) => calls.map(({ name, arguments: text }) => [name, text])
    for (const model of [open('solver', { streaming: true }), open('stream-only'), open('always-streams')]) {
      const reply = await model.complete(request, never)
      expect(texts(reply.toolCalls)).toEqual(texts(whole.toolCalls))
      expect(reply.finishReason).toBe('tool_calls')
      expect(model.usage).toMatchObject({ promptTokens: 100, completionTokens: 10, failedRequests: 0 })
    }
  })

  it('that wants its token limit under the newer name gets it', async () => {
    expect((await open('picky').complete(request, never)).toolCalls).toHaveLength(2)
  })

  it('is asked again after a failure, and left alone for as long as it wants', async () => {
    const failing = open('failing-once')
    expect((await failing.complete(request, never)).toolCalls).toHaveLength(2)
    expect(failing.usage).toMatchObject({ requests: 2, failedRequests: 1 })
    const busy = open('busy-once')
    const began = performance.now()
    expect((await busy.complete(request, never)).toolCalls).toHaveLength(2)
    expect(performance.now() - began).toBeGreaterThan(990)
    const hanging = open('hanging-once', { timeoutSeconds: 1 })
    expect((await hanging.complete(request, never)).toolCalls).toHaveLength(2)
  })

  it('says what kept it from answering', async () => {
    expect(await failureOf('failing')).toMatchObject({ failure: 'server', message: 'HTTP 500: out of memory' })
    expect(await failureOf('solver', {}, 'wrong')).toMatchObject({
      failure: 'refused',
      message: 'HTTP 401: Incorrect API key.',
    })
    expect(await failureOf('nobody')).toMatchObject({ failure: 'refused' })
    expect(await failureOf('full')).toMatchObject({ failure: 'context' })
    expect(await failureOf('cut')).toMatchObject({ failure: 'connection' })
    expect(await failureOf('cut', { streaming: true })).toMatchObject({ failure: 'connection' })
    expect(await failureOf('page')).toMatchObject({ failure: 'malformed', message: expect.stringContaining('proxy') })
    const away = await failureOf('solver', { baseUrl: 'http://127.0.0.1:2/v1' })
    expect(away.message).toContain('ECONNREFUSED')
  })

  it('that hangs is given up after its time, and at once when nobody waits any more', async () => {
    const model = new OpenEndpoint(
      {
        id: next++,
        settings: { ...endpointSettingsSchema.parse({ baseUrl: server.url, model: 'hanging' }), timeoutSeconds: 1 },
        key: server.key,
      },
      { ...retries, attempts: 1 },
    ).model(0)
    await expect(model.complete(request, never)).rejects.toMatchObject({ failure: 'timeout' })
    const reason = new Error('cancelled')
    const leaving = new AbortController()
    const waiting = open('hanging').complete(request, leaving.signal)
    leaving.abort(reason)
    await expect(waiting).rejects.toThrow()
  })

  it('gets no more requests at once, and no more a minute, than it may have', async () => {
    const model = open('slow', { concurrency: 2 })
    await Promise.all(Array.from({ length: 6 }, () => model.complete(request, never)))
    expect((await server.seen()).mostOpen).toBe(2)
    const spread = open('solver', { concurrency: 8, requestsPerMinute: 600 })
    const began = performance.now()
    await Promise.all(Array.from({ length: 4 }, () => spread.complete(request, never)))
    expect(performance.now() - began).toBeGreaterThan(290)
  })
})
