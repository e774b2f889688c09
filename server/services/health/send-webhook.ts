import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { hostOf } from '@/server/endpoints/web/address-guard'
import { checkedLookup } from '@/server/endpoints/web/checked-lookup'
import { refusalOfUrl, webhookGuard } from './webhook-address'

const usualTimeoutMs = 10_000

export interface WebhookCall {
  readonly url: string
  /** JSON. */
  readonly body: string
  /** Names the delivery: the same at every try, so that a receiver may drop repetitions. */
  readonly delivery: number
  readonly allowedHosts: readonly string[]
  readonly timeoutMs?: number
}

export interface WebhookAnswer {
  readonly delivered: boolean
  /** For people: the HTTP status, or why there was none. */
  readonly answer: string
}

/** Sends it once. Redirects are not followed, and what comes back is not read: only its status counts. */
export function sendWebhook({
  url: text,
  body,
  delivery,
  allowedHosts,
  timeoutMs,
}: WebhookCall): Promise<WebhookAnswer> {
  const refusal = refusalOfUrl(text, allowedHosts)
  if (refusal) return Promise.resolve({ delivered: false, answer: refusal })
  const url = new URL(text)
  const patience = timeoutMs ?? usualTimeoutMs
  return new Promise((resolve) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const request = send(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Envtune',
        'x-envtune-delivery': String(delivery),
      },
      lookup: checkedLookup(hostOf(url), webhookGuard(allowedHosts)),
      signal: AbortSignal.timeout(patience),
    })
    request.on('response', (response) => {
      const status = response.statusCode ?? 0
      response.destroy()
      resolve({ delivered: status >= 200 && status < 300, answer: `HTTP ${status}` })
    })
    request.on('error', (error) => resolve({ delivered: false, answer: reasonOf(error, patience) }))
    request.end(body)
  })
}

function reasonOf(error: Error, patience: number): string {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return `No answer within ${patience / 1000} s.`
  return error.message
}
