import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpointSettingsSchema } from '@/server/core/chat/endpoint-settings'
import { db } from '@/server/db/client'
import { type ChatServer, startChatServer } from '@/server/endpoints/testing/start-chat-server'
import { archiveEndpoint } from './archive-endpoint'
import { findOrAddEndpoint } from './find-or-add-endpoint'
import { listEndpoints } from './list-endpoints'
import { openStoredEndpoint } from './open-stored-endpoint'
import { saveEndpoint } from './save-endpoint'
import { testEndpoint } from './test-endpoint'

let server: ChatServer
beforeAll(async () => {
  server = await startChatServer({}, [
    { when: ['weather'], says: [{ name: 'get_weather', arguments: '{"city": "Paris"}' }] },
  ])
})
afterAll(() => server.stop())

const settingsOf = (model: string, more = {}) => endpointSettingsSchema.parse({ baseUrl: server.url, model, ...more })
let made = 0
async function add(model: string, key: string | null = server.key, more = {}): Promise<number> {
  made += 1
  return (await saveEndpoint({ id: null, name: `endpoint ${made}`, settings: settingsOf(model, more), key })).id
}

const stepsOf = async (id: number) => {
  const { steps, ok } = await testEndpoint(id)
  return { ok, ...Object.fromEntries(steps.map(({ what, state, detail }) => [what, `${state}: ${detail}`])) }
}

describe('an endpoint', () => {
  it('keeps its key to itself, until it is forgotten', async () => {
    const id = await add('solver')
    expect(JSON.stringify(await listEndpoints())).not.toContain(server.key)
    const stored = await db().endpoint.findUniqueOrThrow({ where: { id } })
    expect(Buffer.from(stored.secret ?? []).toString('latin1')).not.toContain(server.key)
    const hello = { messages: [{ role: 'user', content: 'Hello' }], tools: [] } as const
    const signal = new AbortController().signal
    expect(await (await openStoredEndpoint(id)).model(0).complete(hello, signal)).toMatchObject({
      finishReason: 'stop',
    })
    await saveEndpoint({ id, name: stored.name, settings: settingsOf('solver') })
    expect(await stepsOf(id)).toMatchObject({ ok: true })
    await saveEndpoint({ id, name: stored.name, settings: settingsOf('solver'), key: null })
    expect(await stepsOf(id)).toMatchObject({ ok: false, answer: 'failed: HTTP 401: Incorrect API key.' })
  })

  it('has a name of its own', async () => {
    const settings = settingsOf('solver')
    const first = await saveEndpoint({ id: null, name: 'mine', settings })
    await expect(saveEndpoint({ id: null, name: 'mine', settings })).rejects.toMatchObject({
      code: 'CONFLICT',
      field: 'name',
    })
    await saveEndpoint({ id: null, name: 'yours', settings })
    await expect(saveEndpoint({ ...first, name: 'yours', settings })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(saveEndpoint({ id: 9999, name: 'nobody', settings })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await archiveEndpoint(first.id, true)).toEqual({ archived: true })
    expect((await listEndpoints()).find(({ id }) => id === first.id)?.archivedAt).toBeInstanceOf(Date)
  })

  it('is tried as an evaluation would use it', async () => {
    expect(await stepsOf(await add('solver'))).toEqual({
      ok: true,
      models: 'ok: it serves solver',
      answer: 'ok: it answered with 1 call(s)',
      calls: 'ok: it called get_weather',
      tokens: 'ok: 100 tokens read, 10 written',
    })
  })

  it('says what exactly fails, and what will make an evaluation worse', async () => {
    expect(await stepsOf(await add('silent'))).toMatchObject({
      ok: true,
      calls: expect.stringMatching(/^warn: it called no tool/),
    })
    expect(await stepsOf(await add('nobody'))).toMatchObject({
      ok: false,
      models: expect.stringMatching(/^warn: nobody is not among the models/),
      answer: 'failed: HTTP 404: The model nobody does not exist.',
    })
    expect(await stepsOf(await add('stream-only'))).toMatchObject({
      ok: true,
      stream: expect.stringMatching(/^warn: /),
    })
    expect(await stepsOf(await add('page'))).toMatchObject({ answer: expect.stringContaining('no chat completion') })
    expect(await stepsOf(await add('hanging', server.key, { timeoutSeconds: 1 }))).toMatchObject({
      answer: 'failed: no answer within 1 s',
    })
    expect(await stepsOf(await add('solver', null, { baseUrl: 'http://127.0.0.1:2/v1' }))).toMatchObject({
      ok: false,
      models: expect.stringContaining('ECONNREFUSED'),
    })
  })

  it('is found by name or address, and stored when the address is new', async () => {
    const named = { model: undefined, format: undefined, key: undefined }
    await saveEndpoint({ id: null, name: 'lab', settings: settingsOf('first') })
    const lab = await findOrAddEndpoint({ ...named, endpoint: 'lab' })
    expect(await findOrAddEndpoint({ ...named, endpoint: `${server.url}/`, model: 'first' })).toBe(lab)
    const added = await findOrAddEndpoint({ ...named, endpoint: server.url, model: 'second', key: 'k' })
    expect((await listEndpoints()).find(({ id }) => id === added)).toMatchObject({
      hasKey: true,
      settings: { model: 'second' },
    })
    await expect(findOrAddEndpoint({ ...named, endpoint: server.url })).rejects.toThrow('--model')
    await expect(findOrAddEndpoint({ ...named, endpoint: 'lab', model: 'second' })).rejects.toThrow('serves first')
    await expect(findOrAddEndpoint({ ...named, endpoint: 'nowhere' })).rejects.toThrow('Stored: ')
  })
})
