import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const run = { info: { run_id: '0'.repeat(32), experiment_id: '0', status: 'RUNNING', lifecycle_stage: 'active' } }

/** A server that answers at once and stores nothing: what the client reaches against it, no server can better. */
export async function withIdleServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      const body = JSON.stringify(request.url?.endsWith('/runs/create') ? { run } : {})
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
        .end(body)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const { port } = server.address() as AddressInfo
    return await work(`http://127.0.0.1:${port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
