import { MlflowError } from './mlflow-error'
import type { TrackingRequest } from './tracking-request'

/** A full batch of MLflow's has about 100 KB; with the longest names and values some hundred more. */
const mostBytes = 4_000_000

/** The values of a request: its query, or its JSON body. */
export async function readValues(request: TrackingRequest, url: URL): Promise<unknown> {
  if (request.method === 'GET') return queryValues(url.searchParams)
  const text = await readText(request.body)
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new MlflowError('INVALID_PARAMETER_VALUE', 'The body is not valid JSON.')
  }
}

function queryValues(query: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(query.keys())]
  return Object.fromEntries(
    names.map((name) => {
      const values = query.getAll(name)
      const [only] = values
      return [name, values.length === 1 && only !== undefined ? only : values]
    }),
  )
}

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) throw new MlflowError('INVALID_PARAMETER_VALUE', `A body has at most ${mostBytes} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}
