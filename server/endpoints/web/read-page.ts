import { EndpointError } from '@/server/core/chat/endpoint-error'
import type { WebAnswer } from '@/server/core/environments/web-search/web-request'
import type { AddressGuard } from './address-guard'
import { RefusedAddress } from './checked-lookup'
import { type GuardedAnswer, guardedGet, TooLarge } from './guarded-get'

const mostBytes = 5_000_000
const mostRedirects = 5

/** Servers turn away who does not look like a browser. */
const headers = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5',
  'accept-language': 'en-US,en;q=0.9',
  'accept-encoding': 'identity',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (compatible; Envtune)',
}

export interface PageReading {
  readonly guard: AddressGuard
  readonly timeoutSeconds: number
}

/**
 * A page of the web as text. That there is none or that it is no text is an answer, too. Throws a `PassingTrouble` for
 * what may be over in a moment, another `EndpointError` when this machine cannot reach the web at all, or the signal's
 * reason.
 */
export async function readPage(url: string, { guard, timeoutSeconds }: PageReading, signal: AbortSignal) {
  const limit = AbortSignal.timeout(timeoutSeconds * 1000)
  try {
    return await follow(url, guard, AbortSignal.any([signal, limit]))
  } catch (error) {
    signal.throwIfAborted()
    if (limit.aborted) throw new PassingTrouble('timeout', `no answer within ${timeoutSeconds} s`)
    if (error instanceof EndpointError) throw error
    return failureOf(error)
  }
}

const failed = (reason: string): WebAnswer => ({ kind: 'failed', reason })

/** The page is not to be had now; when it stays like that, that is what the agent is told. */
export class PassingTrouble extends EndpointError {
  get answer(): WebAnswer {
    return failed(this.message)
  }
}

const passes = (status: number): boolean => status === 408 || status === 425 || status === 429 || status >= 500

async function follow(first: string, guard: AddressGuard, signal: AbortSignal): Promise<WebAnswer> {
  let url = first
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const answer = await guardedGet({ url, guard, headers, mostBytes, signal })
    const next = answer.status >= 300 && answer.status < 400 ? answer.header('location') : null
    if (next === null) return pageOf(answer, url)
    if (!URL.canParse(next, url)) return failed(`it leads to ${next}, which is no address`)
    url = new URL(next, url).href
  }
  return failed(`more than ${mostRedirects} redirects`)
}

function pageOf(answer: GuardedAnswer, url: string): WebAnswer {
  const { status, statusText } = answer
  if (status >= 400) {
    const reason = `${status} ${status < 500 ? 'Client' : 'Server'} Error: ${statusText} for url: ${url}`
    if (passes(status)) throw new PassingTrouble('server', reason, waitOf(answer.header('retry-after')))
    return failed(reason)
  }
  const type = answer.header('content-type') ?? 'text/html'
  if (!/^(text\/|application\/([\w.+-]*\+)?(xml|json|javascript)|application\/xhtml)/i.test(type.trim()))
    return failed(`it is ${type.split(';')[0]}, which is no text`)
  return { kind: 'page', text: decoded(answer.body, type) }
}

/** Seconds; dates are not worth it for a page. */
const waitOf = (retryAfter: string | null): number | null =>
  retryAfter !== null && /^\d+$/.test(retryAfter.trim()) ? Number(retryAfter) * 1000 : null

/** By the header, else by what the page says of itself, else as UTF-8. */
function decoded(body: Buffer, type: string): string {
  const inHeader = /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1]
  const inPage = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(body.subarray(0, 2048).toString('latin1'))?.[1]
  for (const label of [inHeader, inPage]) {
    try {
      if (label !== undefined) return new TextDecoder(label).decode(body)
    } catch {
      // an unknown name: the next one
    }
  }
  return new TextDecoder().decode(body)
}

/** What is wrong here and not there: no name server, no way out. */
const ours = new Set(['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EHOSTDOWN', 'EMFILE', 'ENFILE', 'EADDRNOTAVAIL'])

function failureOf(error: unknown): WebAnswer {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (ours.has(code)) throw new EndpointError('connection', `the web cannot be reached from here (${code})`)
  if (error instanceof TooLarge || error instanceof RefusedAddress) return failed(error.message)
  const reason = `the connection failed (${error instanceof Error ? error.message : String(error)})`
  // a name that nobody knows is not known a second later either
  if (code === 'ENOTFOUND') return failed(reason)
  throw new PassingTrouble('connection', reason)
}
