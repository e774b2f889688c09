import type { ChatReply } from '@/server/core/chat/chat-model'
import { EndpointError } from '@/server/core/chat/endpoint-error'
import type { EndpointSettings } from '@/server/core/chat/endpoint-settings'
import { readReply } from '@/server/core/chat/read-reply'
import { taggedFormat } from '@/server/core/episodes/tagged-format'
import { chatTool } from '@/server/core/episodes/tool-schema'
import type { ToolDoc } from '@/server/core/tasks/task'
import { ChatClient, type CountedReply } from './chat-client'

export interface ProbeStep {
  readonly what: 'models' | 'answer' | 'tokens' | 'calls' | 'stream'
  /** `warn`: an evaluation works without it. */
  readonly state: 'ok' | 'warn' | 'failed'
  readonly detail: string
}

const weather: ToolDoc = {
  name: 'get_weather',
  description: 'Says what the weather is like in a city.',
  parameters: { type: 'dict', properties: { city: { type: 'string', description: 'The city.' } }, required: ['city'] },
}

const question = { role: 'user', content: 'What is the weather like in Paris? Use the tool.' } as const

/** Tries an endpoint as an evaluation would use it. Never throws for what is wrong with the endpoint. */
export async function probeEndpoint(
  settings: EndpointSettings,
  key: string | null,
  signal: AbortSignal,
): Promise<ProbeStep[]> {
  const client = new ChatClient(settings, key)
  const steps: ProbeStep[] = [await modelsStep(client, settings.model, signal)]
  const answer = await attempt(() => client.send(requestOf(settings), 0, signal))
  if (answer instanceof EndpointError) return [...steps, { what: 'answer', state: 'failed', detail: answer.message }]
  steps.push({ what: 'answer', state: 'ok', detail: answerText(answer.reply) })
  steps.push(callsStep(answer.reply, settings))
  steps.push(tokensStep(answer))
  if (client.isStreaming && !settings.streaming)
    steps.push({
      what: 'stream',
      state: 'warn',
      detail: 'the server only streams; switch streaming on to save a request',
    })
  return steps
}

const requestOf = ({ format }: EndpointSettings) =>
  format === 'native'
    ? { messages: [question], tools: [chatTool(weather)] }
    : { messages: [...taggedFormat.opening([weather]), question], tools: [] }

/** Not every server lists its models: only a refused key is a failure here. */
async function modelsStep(client: ChatClient, model: string, signal: AbortSignal): Promise<ProbeStep> {
  const models = await attempt(() => client.models(signal))
  if (models instanceof EndpointError) {
    const isBad = models.failure === 'connection' || models.failure === 'timeout' || /HTTP 40[13]/.test(models.message)
    return {
      what: 'models',
      state: isBad ? 'failed' : 'warn',
      detail: `its models cannot be listed: ${models.message}`,
    }
  }
  if (models.includes(model)) return { what: 'models', state: 'ok', detail: `it serves ${model}` }
  const others = models.slice(0, 5).join(', ') || 'none'
  return { what: 'models', state: 'warn', detail: `${model} is not among the models that it lists: ${others}` }
}

const answerText = ({ content, toolCalls }: ChatReply): string =>
  toolCalls.length > 0 ? `it answered with ${toolCalls.length} call(s)` : `it answered: ${(content ?? '').slice(0, 80)}`

function callsStep(reply: ChatReply, { format }: EndpointSettings): ProbeStep {
  const step = readReply(reply, format)
  if (step.kind === 'malformed') return { what: 'calls', state: 'warn', detail: step.malformation.message }
  if (step.calls.some(({ name }) => name === weather.name))
    return { what: 'calls', state: 'ok', detail: `it called ${weather.name}` }
  const why = format === 'native' ? 'Does the server parse this model’s tool calls?' : 'Does the model know the tags?'
  return { what: 'calls', state: 'warn', detail: `it called no tool though it was asked to. ${why}` }
}

const tokensStep = ({ promptTokens, completionTokens }: CountedReply): ProbeStep =>
  promptTokens === null || completionTokens === null
    ? { what: 'tokens', state: 'warn', detail: 'it does not say how many tokens it used: costs stay unknown' }
    : { what: 'tokens', state: 'ok', detail: `${promptTokens} tokens read, ${completionTokens} written` }

async function attempt<T>(work: () => Promise<T>): Promise<T | EndpointError> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof EndpointError) return error
    throw error
  }
}
