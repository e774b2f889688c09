import type { ServerResponse } from 'node:http'

export interface WireCall {
  readonly name: string
  readonly arguments: string
}

export interface WireMessage {
  readonly role: 'assistant'
  readonly content: string | null
  readonly tool_calls?: readonly { readonly id: string; readonly type: 'function'; readonly function: WireCall }[]
}

const usage = { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 }

export const spoken = (content: string): WireMessage => ({ role: 'assistant', content })

export const called = (calls: readonly WireCall[], id: string): WireMessage => ({
  role: 'assistant',
  content: null,
  tool_calls: calls.map((call, index) => ({ id: `${id}-${index}`, type: 'function', function: call })),
})

export function sendJson(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

export function refuse(
  response: ServerResponse,
  status: number,
  message: string,
  code: string | null = null,
  headers = {},
) {
  sendJson(response, status, { error: { message, type: 'error', param: null, code } }, headers)
}

export function sendCompletion(response: ServerResponse, message: WireMessage, finish?: string): void {
  const finish_reason = finish ?? (message.tool_calls ? 'tool_calls' : 'stop')
  const choices = [{ index: 0, message, finish_reason, logprobs: null }]
  sendJson(response, 200, { id: 'c', object: 'chat.completion', created: 1, model: 'scripted', choices, usage })
}

/** Texts and calls come in several pieces, as real servers send them. `cut`: the connection breaks before the end. */
export function sendStream(response: ServerResponse, message: WireMessage, cut = false): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const chunk = (rest: object) =>
    response.write(
      `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'scripted', ...rest })}\n\n`,
    )
  const send = (delta: object, finish: string | null = null) =>
    chunk({ choices: [{ index: 0, delta, finish_reason: finish }] })
  send({ role: 'assistant', content: message.content === null ? null : '' })
  for (const word of message.content?.split(/(?<= )/) ?? []) send({ content: word })
  for (const [index, { id, function: call }] of (message.tool_calls ?? []).entries()) {
    send({ tool_calls: [{ index, id, type: 'function', function: { name: call.name, arguments: '' } }] })
    const half = Math.ceil(call.arguments.length / 2)
    for (const part of [call.arguments.slice(0, half), call.arguments.slice(half)])
      send({ tool_calls: [{ index, function: { arguments: part } }] })
  }
  if (cut) {
    response.socket?.destroy()
    return
  }
  send({}, message.tool_calls ? 'tool_calls' : 'stop')
  chunk({ choices: [], usage })
  response.end('data: [DONE]\n\n')
}

/** Promises more than it sends. */
export function sendHalf(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' })
  response.write('{"choices": [')
  setTimeout(() => response.socket?.destroy(), 20)
}
