import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { z } from 'zod'
import { behaviours } from './behaviours'
import { called, refuse, sendJson, spoken, type WireMessage } from './wire-answers'

// A server that speaks the chat-completions protocol, for tests. It knows the right messages from a file. It ends when
// its stdin does.
const call = z.object({ name: z.string(), arguments: z.string() })
const knowledge = z
  .object({
    /** Conversation (the user's messages and the tools' names) → steps of calls. */
    solutions: z.record(z.string(), z.array(z.array(call))),
    /** What is said, one after the other and then again, when all of these words stand in the request. */
    scripts: z.array(z.object({ when: z.array(z.string()), says: z.array(z.union([z.string(), call])).min(1) })),
    port: z.number().default(0),
    /** Name of a model → what it does, in place of the usual ones. */
    models: z.record(z.string(), z.string()).optional(),
  })
  .parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')))
const said = new Map<object, number>()
const rightKey = process.argv[3]

const bodySchema = z.looseObject({
  model: z.string(),
  messages: z.array(z.looseObject({ role: z.string(), content: z.string().nullish() })),
  tools: z.array(z.looseObject({ function: z.looseObject({ name: z.string() }) })).default([]),
  stream: z.boolean().default(false),
})
type Body = z.infer<typeof bodySchema>

const seen = { requests: 0, open: 0, mostOpen: 0, byModel: new Map<string, number>(), asked: [] as Body[] }
let healed = false

function scripted({ messages }: Body): WireMessage | null {
  const words = messages.map(({ content }) => content ?? '').join('\n')
  const script = knowledge.scripts.find(({ when }) => when.every((word) => words.includes(word)))
  if (!script) return null
  const place = said.get(script) ?? 0
  said.set(script, place + 1)
  const next = script.says[place % script.says.length] ?? ''
  return typeof next === 'string' ? spoken(next) : called([next], `server-${seen.requests}`)
}

function rightMessage(body: Body): WireMessage {
  const { messages, tools } = body
  const line = scripted(body)
  if (line) return line
  // in the tagged format observations come in the user's role, and tools in the first message
  const isTagged = tools.length === 0 && messages[0]?.content?.includes('<tool_call>') === true
  const isUser = ({ role, content }: Body['messages'][number]) =>
    role === 'user' && !(isTagged && content?.startsWith('<tool_response>'))
  const words = messages.filter(isUser).map(({ content }) => content)
  const names = tools.map((tool) => tool.function.name).sort()
  const lastUser = messages.findLastIndex(isUser)
  const stepsSoFar = messages.slice(lastUser).filter(({ role }) => role === 'assistant').length
  const calls = knowledge.solutions[JSON.stringify([words, names])]?.[stepsSoFar] ?? []
  if (isTagged) return tagged(calls)
  return calls.length === 0 ? spoken('Done, or something is missing.') : called(calls, `server-${seen.requests}`)
}

function tagged(calls: readonly { readonly name: string; readonly arguments: string }[]): WireMessage {
  const list = calls.map(({ name, arguments: text }) => ({ name, arguments: JSON.parse(text) }))
  const action = list.length === 0 ? '<answer>Done.</answer>' : `<tool_call>${JSON.stringify(list)}</tool_call>`
  return spoken(`<think>It is clear.</think>\n${action}`)
}

async function bodyOf(request: IncomingMessage): Promise<Body> {
  let text = ''
  for await (const part of request) text += String(part)
  return bodySchema.parse(JSON.parse(text))
}

const server = createServer(async (request, response) => {
  const { url, headers } = request
  if (url === '/seen') return sendJson(response, 200, { ...seen, byModel: Object.fromEntries(seen.byModel) })
  if (url === '/heal') {
    healed = true
    return sendJson(response, 200, {})
  }
  if (headers.authorization !== `Bearer ${rightKey}`) return refuse(response, 401, 'Incorrect API key.')
  const data = Object.keys(knowledge.models ?? behaviours).map((id) => ({ id, object: 'model' }))
  if (url === '/v1/models') return sendJson(response, 200, { object: 'list', data })
  if (url !== '/v1/chat/completions') return refuse(response, 404, 'Not found.')
  const body = await bodyOf(request)
  const behave = behaviours[knowledge.models === undefined ? body.model : (knowledge.models[body.model] ?? '')]
  if (!behave) return refuse(response, 404, `The model ${body.model} does not exist.`, 'model_not_found')
  const times = (seen.byModel.get(body.model) ?? 0) + 1
  seen.byModel.set(body.model, times)
  seen.requests += 1
  seen.open += 1
  seen.mostOpen = Math.max(seen.mostOpen, seen.open)
  seen.asked = [...seen.asked.slice(-19), body]
  response.on('close', () => {
    seen.open -= 1
  })
  const { stream: streams } = body
  behave({ response, streams, hasTokenLimit: 'max_tokens' in body, times, healed, right: () => rightMessage(body) })
})

server.listen(knowledge.port, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address) process.stdout.write(`${address.port}\n`)
})
process.stdin.on('end', () => process.exit(0)).resume()
