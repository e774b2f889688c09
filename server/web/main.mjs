// The web part: main.mjs <host> <port>. Plain JavaScript: with TypeScript's loader around Next.js, Envtune starts in 7
// to 9 s instead of 5. What answers in front of the pages is built together with them (instrumentation.ts).
import { createServer } from 'node:http'
import process from 'node:process'
import next from 'next'
import { inFront } from './front.mjs'

const [hostname, port] = [process.argv[2], Number(process.argv[3])]

const pages = next({ dev: false, dir: process.cwd(), hostname, port })
await pages.prepare()
const showPage = pages.getRequestHandler()
const front = await inFront()

/** Files of many gigabytes may come in slowly. */
const requestTimeout = 6 * 3_600_000
/** Clients keep their connections: one that closes just when they use it again looks like a failure to them. */
const keepAliveTimeout = 75_000

const server = createServer({ requestTimeout, keepAliveTimeout }, (request, response) => {
  if (front(request, response)) return
  showPage(request, response).catch((error) => {
    console.error(`${request.method} ${request.url} failed:`, error)
    if (response.headersSent) response.destroy()
    else response.writeHead(500).end('The request failed in the server; its log says why.\n')
  })
})
server.listen(port, hostname)

// what is being answered is finished; pages that listen for changes are left when the part's patience is over
process.once('SIGTERM', () => server.close(() => process.exit(0)))
