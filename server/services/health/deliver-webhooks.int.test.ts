import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { pool } from '@/server/db/client'
import { claimSmallRun } from '@/server/services/runs/testing/small-claim'
import { deliverWebhooks, retryAfter } from './deliver-webhooks'
import { healthPage } from './health-page'
import { testWebhook } from './test-webhook'
import { watchHeartbeats } from './watch-heartbeats'

interface Received {
  readonly path: string
  readonly delivery: string
  readonly body: string
}

/** A small receiver: `/ok` takes everything, `/fails` nothing, `/away` leads elsewhere, `/silent` never answers. */
const received: Received[] = []
let server: Server
let address: string

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const path = request.url ?? ''
    received.push({ path, delivery: String(request.headers['x-envtune-delivery']), body: await bodyOf(request) })
    if (path === '/silent') return
    if (path === '/away') response.writeHead(302, { location: '/ok' }).end()
    else response.writeHead(path === '/fails' ? 500 : 204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

beforeEach(async () => {
  received.length = 0
  await pool().query('truncate health_deliveries, health_findings, health_settings')
})

const allowedHosts = ['127.0.0.1']
const setWebhook = (rule: string, url: string) =>
  pool().query('insert into health_settings (rule, webhook_url) values ($1, $2)', [rule, url])
const newest = async () => (await healthPage()).deliveries[0]
const waitIsOver = () => pool().query('update health_deliveries set next_at = now()')

const messageSchema = z.object({
  ...{ text: z.string(), event: z.string(), rule: z.object({ id: z.string() }), threshold: z.number().nullable() },
  run: z.object({ id: z.number(), path: z.string() }).nullable(),
  evidence: z.array(z.object({ unit: z.string(), value: z.number() })),
})

describe('a rule’s webhook', () => {
  it('is called with what fired, and once more when it is over', async () => {
    await setWebhook('no-heartbeat', `${address}/ok`)
    const { runId } = await claimSmallRun()
    await pool().query(`update runs set heartbeat_at = now() - interval '45 s' where id = $1`, [runId])
    await watchHeartbeats()
    await watchHeartbeats()
    expect(await deliverWebhooks({ allowedHosts })).toBe(1)
    const opened = messageSchema.parse(JSON.parse(received[0]?.body ?? ''))
    expect(opened).toMatchObject({ event: 'opened', threshold: 30, run: { id: runId, path: `/runs/${runId}` } })
    expect(opened.evidence).toMatchObject([{ unit: 'seconds' }])
    expect(opened.evidence[0]?.value).toBeGreaterThan(44)
    await pool().query('update runs set heartbeat_at = now() where id = $1', [runId])
    await watchHeartbeats()
    await deliverWebhooks({ allowedHosts })
    expect(messageSchema.parse(JSON.parse(received[1]?.body ?? ''))).toMatchObject({ event: 'closed' })
    expect(await newest()).toMatchObject({ status: 'delivered', answer: 'HTTP 204', tries: 1 })
  })

  it('is tried again after longer and longer pauses, under the same name, and then given up', async () => {
    await setWebhook('flat-groups', `${address}/fails`)
    await testWebhook('flat-groups')
    for (const [index, pause] of retryAfter.entries()) {
      expect(await deliverWebhooks({ allowedHosts })).toBe(1)
      expect(await deliverWebhooks({ allowedHosts })).toBe(0)
      const delivery = await newest()
      expect(delivery).toMatchObject({ status: 'waiting', answer: 'HTTP 500', tries: index + 1 })
      const wait = ((delivery?.nextAt.getTime() ?? 0) - Date.now()) / 1000
      expect(wait).toBeGreaterThan(pause - 5)
      expect(wait).toBeLessThanOrEqual(pause)
      await waitIsOver()
    }
    await deliverWebhooks({ allowedHosts })
    expect(await newest()).toMatchObject({ status: 'failed', tries: retryAfter.length + 1 })
    await waitIsOver()
    expect(await deliverWebhooks({ allowedHosts })).toBe(0)
    expect(new Set(received.map(({ delivery }) => delivery)).size).toBe(1)
  })

  it('is not waited for longer than its patience', async () => {
    await setWebhook('flat-groups', `${address}/silent`)
    await testWebhook('flat-groups')
    await deliverWebhooks({ allowedHosts, timeoutMs: 100 })
    expect(await newest()).toMatchObject({ status: 'waiting', answer: 'No answer within 0.1 s.' })
  })

  it('is led nowhere else', async () => {
    await setWebhook('flat-groups', `${address}/away`)
    await testWebhook('flat-groups')
    await deliverWebhooks({ allowedHosts })
    expect(received.map(({ path }) => path)).toEqual(['/away'])
    expect(await newest()).toMatchObject({ answer: 'HTTP 302', status: 'waiting' })
  })

  it.each([
    ['127.0.0.1', 'inside this machine or network'],
    // a name is judged by where it leads
    ['localhost.localdomain', 'localhost.localdomain'],
  ])('inside this machine (%s) is called only where the operator has named it', async (host, said) => {
    await setWebhook('flat-groups', address.replace('127.0.0.1', host))
    await testWebhook('flat-groups')
    await deliverWebhooks({ allowedHosts: [] })
    expect(received).toEqual([])
    expect((await newest())?.answer).toContain(said)
  })

  it('shows its host alone, since the rest of its address is often its secret', async () => {
    await setWebhook('flat-groups', `${address}/ok?secret=abc`)
    await testWebhook('flat-groups')
    expect(JSON.stringify((await healthPage()).deliveries)).not.toContain('abc')
  })
})
