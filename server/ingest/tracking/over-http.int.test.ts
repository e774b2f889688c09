import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { trackOverHttp } from './over-http'
import { newRun } from './testing/ask'

let answered: Promise<void>
const server = createServer((request, response) => {
  answered = trackOverHttp(request, response)
})
let url = ''

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/2.0`
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})
afterAll(() => server.close())

it('a client that sends too much is told so, and goes on over the same connection', async () => {
  const id = await newRun()
  vi.stubEnv('ENVTUNE_MAX_ARTIFACT_MB', '1')
  const artifact = `${url}/mlflow-artifacts/artifacts/0/${id}/artifacts/huge.bin`
  const refused = await fetch(artifact, { method: 'PUT', body: Buffer.alloc(30_000_000) })
  expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('too large')])
  const batch = await fetch(`${url}/mlflow/runs/log-batch`, { method: 'POST', body: ' '.repeat(5_000_000) })
  expect([batch.status, await batch.text()]).toEqual([400, expect.stringContaining('at most 4000000 bytes')])
  expect((await fetch(`${url}/mlflow/runs/get?run_id=${id}`)).status).toBe(200)
})

it('a client that goes away while it sends leaves nothing behind, and is no failure of ours', async () => {
  const id = await newRun()
  const log = vi.spyOn(console, 'error')
  const artifacts = `${url}/mlflow-artifacts/artifacts`
  const gone = request(`${artifacts}/0/${id}/artifacts/half.bin`, {
    method: 'PUT',
    headers: { 'content-length': 1_000 },
  })
  gone.on('error', () => {})
  const arrived = once(server, 'request')
  gone.write('the first words')
  await arrived
  gone.destroy()
  await answered
  expect(await (await fetch(`${artifacts}?path=0/${id}/artifacts`)).json()).toEqual({ files: [] })
  expect(log).not.toHaveBeenCalled()
})

it('a client that goes away while it receives is no failure of ours either', async () => {
  const id = await newRun()
  const log = vi.spyOn(console, 'error')
  const artifact = `${url}/mlflow-artifacts/artifacts/0/${id}/artifacts/large.bin`
  await fetch(artifact, { method: 'PUT', body: Buffer.alloc(30_000_000) })
  const begun = await fetch(artifact)
  await begun.body?.cancel()
  await answered
  expect(log).not.toHaveBeenCalled()
})

it('what is answered says how long it is', async () => {
  const answer = await fetch(`${url}/mlflow/experiments/get?experiment_id=0`)
  const length = Number(answer.headers.get('content-length'))
  expect(length).toBe(Buffer.byteLength(await answer.text()))
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})
