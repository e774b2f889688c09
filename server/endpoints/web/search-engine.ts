import { z } from 'zod'
import { EndpointError, errorOfRefusal } from '@/server/core/chat/endpoint-error'
import type { WebAnswer, WebRequest } from '@/server/core/environments/web-search/web-request'
import type { AddressGuard } from './address-guard'
import { RefusedAddress } from './checked-lookup'
import { type GuardedAnswer, guardedGet } from './guarded-get'

const mostBytes = 5_000_000

/** What a SearXNG answers with `format=json`, as far as it is used. */
const answerSchema = z.object({
  results: z.array(z.object({ title: z.string(), url: z.string(), content: z.string().nullish() })),
})

export interface SearchEngine {
  /** Without `/search`. */
  readonly baseUrl: string
  /** Sent as a bearer token. */
  readonly key: string | null
  readonly timeoutSeconds: number
  readonly guard: AddressGuard
}

/**
 * Asks a search engine that speaks SearXNG's JSON. Throws an `EndpointError` when it does not answer as it should, or
 * the signal's reason: a search that cannot be made is no search without results.
 */
export async function askEngine(
  engine: SearchEngine,
  request: Extract<WebRequest, { kind: 'search' }>,
  signal: AbortSignal,
): Promise<WebAnswer> {
  const limit = AbortSignal.timeout(engine.timeoutSeconds * 1000)
  try {
    const url = `${engine.baseUrl}/search?${queryOf(request)}`
    const headers: Record<string, string> = { accept: 'application/json', 'user-agent': 'Envtune' }
    if (engine.key !== null) headers.authorization = `Bearer ${engine.key}`
    const inTime = AbortSignal.any([signal, limit])
    return resultsOf(await guardedGet({ url, guard: engine.guard, headers, mostBytes, signal: inTime }))
  } catch (error) {
    signal.throwIfAborted()
    if (limit.aborted)
      throw new EndpointError('timeout', `the search engine: no answer within ${engine.timeoutSeconds} s`)
    throw engineError(error)
  }
}

function queryOf({ keywords, region }: { keywords: string; region: string }): string {
  return new URLSearchParams({ q: keywords, format: 'json', language: languageOf(region) }).toString()
}

/** SearXNG writes the language first: `us-en` is `en-US`. */
function languageOf(region: string): string {
  const [country = '', language = ''] = region.split('-')
  if (region === 'wt-wt' || !/^[a-z]{2}$/.test(country) || !/^[a-z]{2,3}$/.test(language)) return 'all'
  // the engine's names of some regions are no countries
  const place = { uk: 'GB', xa: 'SA', xl: 'MX', ue: 'US', ct: 'ES', sl: 'SI' }[country] ?? country.toUpperCase()
  return `${language === 'tzh' ? 'zh' : language}-${place}`
}

function resultsOf({ status, statusText, header, body }: GuardedAnswer): WebAnswer {
  if (status < 200 || status >= 300) {
    const message = `the search engine: ${statusText || 'no search'}`
    const waits = { retryAfterMs: header('retry-after-ms'), retryAfter: header('retry-after') }
    throw errorOfRefusal({ status, message, code: null, ...waits }, Date.now())
  }
  const parsed = answerSchema.safeParse(jsonOf(body.toString('utf8')))
  if (!parsed.success) throw new EndpointError('malformed', 'the search engine answers no JSON as SearXNG writes it')
  const results = parsed.data.results.map(({ title, url, content }) => ({ title, href: url, body: content ?? '' }))
  return { kind: 'results', results }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function engineError(error: unknown): EndpointError {
  if (error instanceof EndpointError) return error
  const message = error instanceof Error ? error.message : String(error)
  return new EndpointError(error instanceof RefusedAddress ? 'refused' : 'connection', `the search engine: ${message}`)
}
