import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { type AddressGuard, hostOf, refusalOfUrl } from './address-guard'
import { checkedLookup, RefusedAddress } from './checked-lookup'

interface GuardedRequest {
  readonly url: string
  readonly guard: AddressGuard
  readonly headers: Readonly<Record<string, string>>
  readonly mostBytes: number
  readonly signal: AbortSignal
}

export interface GuardedAnswer {
  readonly status: number
  readonly statusText: string
  readonly header: (name: string) => string | null
  readonly body: Buffer
}

/** More came than anybody wants to read. */
export class TooLarge extends Error {}

/**
 * One GET. The address that is checked is the one that is called; redirects are left to the caller. Throws
 * `RefusedAddress`, `TooLarge`, the signal's reason, or what the connection failed of.
 */
export async function guardedGet({ url: text, guard, headers, mostBytes, signal }: GuardedRequest) {
  const refusal = refusalOfUrl(text, guard)
  if (refusal !== null) throw new RefusedAddress(refusal)
  const url = new URL(text)
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const lookup = checkedLookup(hostOf(url), guard)
    send(url, { headers, lookup, signal, agent: false }, resolve).on('error', reject).end()
  })
  return answerOf(response, await bodyOf(response, mostBytes), mostBytes)
}

async function bodyOf(response: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of response) {
    const piece = Buffer.from(part)
    bytes += piece.length
    if (bytes > mostBytes) throw new TooLarge(`it is larger than ${mostBytes / 1_000_000} MB`)
    parts.push(piece)
  }
  return Buffer.concat(parts)
}

function answerOf(response: IncomingMessage, body: Buffer, mostBytes: number): GuardedAnswer {
  const header = (name: string): string | null => {
    const value = response.headers[name]
    return Array.isArray(value) ? (value[0] ?? null) : (value ?? null)
  }
  return {
    ...{ status: response.statusCode ?? 0, statusText: response.statusMessage ?? '', header },
    body: unpacked(body, header('content-encoding'), mostBytes),
  }
}

/** Some servers pack what nobody asked them to pack. */
function unpacked(body: Buffer, encoding: string | null, mostBytes: number): Buffer {
  const limit = { maxOutputLength: mostBytes }
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipSync(body, limit)
    if (encoding === 'deflate') return inflateSync(body, limit)
    return encoding === 'br' ? brotliDecompressSync(body, limit) : body
  } catch (error) {
    if (error instanceof RangeError) throw new TooLarge(`it is larger than ${mostBytes / 1_000_000} MB`)
    throw error
  }
}
