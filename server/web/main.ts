import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import next from 'next'
import { readConfig } from '@/server/config'
import { isTrackingPath } from '@/server/ingest/tracking/answer-tracking'
import { trackOverHttp } from '@/server/ingest/tracking/over-http'

const { root: dir, host: hostname, port } = readConfig()

const pages = next({ dev: false, dir, hostname, port })
await pages.prepare()
const showPage = pages.getRequestHandler()

/** Trainers log in front of the pages: their batches need nothing of what a page needs (docs/tracking.md). */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (isTrackingPath(request.url ?? '')) return trackOverHttp(request, response)
  try {
    await showPage(request, response)
  } catch (error) {
    console.error(`${request.method} ${request.url} failed:`, error)
    if (response.headersSent) response.destroy()
    else response.writeHead(500).end('The request failed in the server; its log says why.\n')
  }
}

/** Files of many gigabytes may come in slowly. */
const requestTimeout = 6 * 3_600_000
/** Clients keep their connections: one that closes just when they use it again looks like a failure to them. */
const keepAliveTimeout = 75_000

const server = createServer({ requestTimeout, keepAliveTimeout }, (request, response) => void answer(request, response))
server.listen(port, hostname)

// what is being answered is finished; pages that listen for changes are left when the part's patience is over
process.once('SIGTERM', () => server.close(() => process.exit(0)))
