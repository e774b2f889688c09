import { z } from 'zod'
import type { ModelServer } from '@/server/core/backends/serve-command'

export interface AskedServer {
  readonly server: ModelServer
  /** What requests will call the model. */
  readonly model: string
  readonly key: string
}

const patienceMs = 5000
const modelsSchema = z.object({ data: z.array(z.object({ id: z.string() })) })

/** Null: it serves the model; else why it does not (yet). Throws the signal's reason. */
export async function askServer(
  origin: string,
  { server, model, key }: AskedServer,
  signal: AbortSignal,
): Promise<string | null> {
  // `transformers serve` lists what lies in its cache, which need not be there, and not what it serves
  const path = server === 'transformers' ? '/health' : '/v1/models'
  try {
    const inTime = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)])
    const response = await fetch(`${origin}${path}`, { headers: { authorization: `Bearer ${key}` }, signal: inTime })
    if (!response.ok) return `HTTP ${response.status}`
    if (server === 'transformers') return null
    const models = modelsSchema.safeParse(await response.json())
    if (!models.success) return 'what answers there lists no models'
    const names = models.data.data.map(({ id }) => id)
    return names.includes(model) ? null : `what answers there serves ${names.join(', ') || 'nothing'}`
  } catch (error) {
    signal.throwIfAborted()
    return reasonOf(error)
  }
}

/** The innermost cause says what happened. */
function reasonOf(error: unknown): string {
  let innermost = error
  while (innermost instanceof Error && innermost.cause instanceof Error) innermost = innermost.cause
  if (innermost instanceof Error && innermost.name === 'TimeoutError') return `no answer within ${patienceMs / 1000} s`
  return innermost instanceof Error ? innermost.message : String(innermost)
}
