/** A request to the tracking routes, whoever carries it: a request of Node's server is one. */
export interface TrackingRequest {
  readonly method: string
  /** Path and query. */
  readonly url: string
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: AsyncIterable<Uint8Array>
}

export interface TrackingAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | number>>
  /** A text is sent in one piece, anything else as fast as it is taken. */
  readonly content: string | AsyncIterable<Uint8Array>
}

/** A header that makes sense only once; null: it is absent. */
export function headerOf({ headers }: TrackingRequest, name: string): string | null {
  const value = headers[name]
  return (Array.isArray(value) ? value[0] : value) ?? null
}

export const jsonAnswer = (values: object, status = 200): TrackingAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  content: JSON.stringify(values),
})
