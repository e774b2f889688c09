import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { trackOverHttp } from '@/server/ingest/tracking/over-http'

/** The tracking routes on a port of their own. */
export async function startTrackingServer(): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, response) => void trackOverHttp(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}
