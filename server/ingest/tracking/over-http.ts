import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { answerTracking, isTrackingPath } from './answer-tracking'
import { MlflowError } from './mlflow-error'
import type { TrackingAnswer } from './tracking-request'

/** Takes a request that is for the tracking routes, and answers it; false: it is for somebody else. */
export function trackInFront(request: IncomingMessage, response: ServerResponse): boolean {
  if (!isTrackingPath(request.url ?? '')) return false
  void trackOverHttp(request, response)
  return true
}

/** Answers a request of Node's server with the tracking routes. */
export async function trackOverHttp(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/', headers } = request
  try {
    await send(await answerTracking({ method, url, headers, body: bodyOf(request) }), response)
    request.resume()
  } catch (error) {
    if (!isClientGone(error)) console.error('An answer of the tracking routes broke off:', error)
    response.destroy()
  }
}

const goneCodes: readonly unknown[] = ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE']
const isClientGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && goneCodes.includes(error.code)

async function* bodyOf(request: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    // a body that is refused half-way must not take the connection with it, on which the client waits to be told why
    yield* request.iterator({ destroyOnReturn: false })
  } catch {
    throw new MlflowError('INVALID_PARAMETER_VALUE', 'The connection ended before everything was sent.')
  }
}

async function send({ status, headers, content }: TrackingAnswer, response: ServerResponse): Promise<void> {
  response.setHeader('x-content-type-options', 'nosniff')
  if (typeof content !== 'string') {
    response.writeHead(status, headers)
    return pipeline(Readable.from(content), response)
  }
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(content) }).end(content)
}
