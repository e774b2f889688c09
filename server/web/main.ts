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
  return showPage(request, response)
}

/** Files of many gigabytes may come in slowly. */
const requestTimeout = 6 * 3_600_000
/** Clients keep their connections; one that is closed under a request would look like a failure. */
const keepAliveTimeout = 75_000

createServer({ requestTimeout, keepAliveTimeout }, (request, response) => void answer(request, response)).listen(
  port,
  hostname,
)
