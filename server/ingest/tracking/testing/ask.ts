import { z } from 'zod'
import { streamOf } from '@/server/http/stream-of'
import { answerTracking } from '../answer-tracking'

interface Asked {
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
}

const host = 'localhost:3000'

type Sent = string | AsyncIterable<Uint8Array> | null

async function* chunksOf(body: Sent): AsyncGenerator<Uint8Array> {
  if (typeof body === 'string') yield Buffer.from(body)
  else if (body) yield* body
}

/** Sends a request to the tracking routes as a client on this machine does. */
export async function ask(method: string, path: string, body: Sent = null, asked: Asked = {}): Promise<Response> {
  const headers = { host, ...(asked.token ? { authorization: `Bearer ${asked.token}` } : {}), ...asked.headers }
  const answer = await answerTracking({ method, url: `/api/${path}`, headers, body: chunksOf(body) })
  const { status, content } = answer
  const lines = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)])
  return new Response(typeof content === 'string' ? content : streamOf(content), { status, headers: lines })
}

const jsonObject = z.record(z.string(), z.unknown())

/** The answer of an endpoint; throws what it says when it refuses. */
export async function tracked(
  method: 'GET' | 'POST',
  name: string,
  values: object = {},
  asked: Asked = {},
): Promise<Record<string, unknown>> {
  const query = new URLSearchParams(Object.entries(values).map(([key, value]) => [key, String(value)]))
  const response =
    method === 'GET'
      ? await ask('GET', `2.0/mlflow/${name}?${query}`, null, asked)
      : await ask('POST', `2.0/mlflow/${name}`, JSON.stringify(values), asked)
  const answer = jsonObject.parse(await response.json())
  if (!response.ok) throw new Error(`${response.status} ${String(answer.error_code)}: ${String(answer.message)}`)
  return answer
}

const texts = z.array(z.object({ key: z.string(), value: z.string() }))

const runSchema = z.object({
  info: z.object({
    run_id: z.string(),
    run_name: z.string(),
    experiment_id: z.string(),
    user_id: z.string(),
    status: z.string(),
    start_time: z.number(),
    end_time: z.number().optional(),
    artifact_uri: z.string(),
    lifecycle_stage: z.string(),
  }),
  data: z.object({
    metrics: z.array(
      z.object({ key: z.string(), value: z.union([z.number(), z.string()]), step: z.number(), timestamp: z.number() }),
    ),
    params: texts,
    tags: texts,
  }),
})
export type AnsweredRun = z.infer<typeof runSchema>

export const readRun = async (id: string, asked: Asked = {}): Promise<AnsweredRun> =>
  runSchema.parse((await tracked('GET', 'runs/get', { run_id: id }, asked)).run)

export async function newRun(values: object = {}): Promise<string> {
  const { run } = await tracked('POST', 'runs/create', { experiment_id: '0', start_time: 1_700_000_000_000, ...values })
  return runSchema.parse(run).info.run_id
}

export async function foundRuns(values: object): Promise<{ names: string[]; next: unknown }> {
  const answer = await tracked('POST', 'runs/search', { experiment_ids: ['0'], ...values })
  const names = z
    .array(runSchema)
    .parse(answer.runs)
    .map(({ info }) => info.run_name)
  return { names, next: answer.next_page_token }
}

export const points = (key: string, values: readonly (number | string)[]) =>
  values.map((value, step) => ({ key, value, step, timestamp: 1000 + step }))
