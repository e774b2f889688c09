import { setTimeout as sleep } from 'node:timers/promises'
import type { ChatModel, ChatReply, ChatRequest } from '@/server/core/chat/chat-model'
import { EndpointError } from '@/server/core/chat/endpoint-error'
import type { EndpointSettings } from '@/server/core/chat/endpoint-settings'
import { type RetryPolicy, retryDelay, usualRetries } from '@/server/core/chat/retry-delay'
import { type ChatUsage, noUsage } from '@/server/core/chat/usage'
import { ChatClient } from './chat-client'
import { gateOf } from './request-gate'

/** Where a model is and how it lets us in. */
export interface EndpointAccess {
  /** Of the stored endpoint: its requests share one gate. */
  readonly id: number
  readonly settings: EndpointSettings
  readonly key: string | null
}

/** A chat model that counts what it takes. */
export interface MeteredModel extends ChatModel {
  readonly usage: ChatUsage
}

/** An endpoint in use: keeps what it has learned of its server, makes a model for every episode. */
export class OpenEndpoint {
  readonly settings: EndpointSettings
  private readonly client: ChatClient
  private readonly id: number

  constructor(
    { id, settings, key }: EndpointAccess,
    private readonly retries: RetryPolicy = { ...usualRetries, attempts: settings.retries + 1 },
  ) {
    this.id = id
    this.settings = settings
    this.client = new ChatClient(settings, key)
  }

  /** @param seed sent with every request: servers that can draw the same answer again */
  model(seed: number): MeteredModel {
    return new EndpointModel(this.client, () => gateOf(this.id, this.settings), this.retries, seed)
  }
}

class EndpointModel implements MeteredModel {
  private counted: ChatUsage = noUsage

  constructor(
    private readonly client: ChatClient,
    private readonly gate: () => ReturnType<typeof gateOf>,
    private readonly retries: RetryPolicy,
    private readonly seed: number,
  ) {}

  get usage(): ChatUsage {
    return this.counted
  }

  async complete(request: ChatRequest, signal: AbortSignal): Promise<ChatReply> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.send(request, signal)
      } catch (error) {
        if (!(error instanceof EndpointError)) throw error
        const wait = retryDelay(error, attempt, Math.random(), this.retries)
        if (wait === null) throw error
        // a busy server is left alone by everybody
        if (error.failure === 'busy') this.gate().pause(wait)
        await sleep(wait, undefined, { signal })
      }
    }
  }

  private async send(request: ChatRequest, signal: AbortSignal): Promise<ChatReply> {
    const gate = this.gate()
    await gate.enter(signal)
    const began = performance.now()
    let failed = 1
    try {
      const { reply, promptTokens, completionTokens } = await this.client.send(request, this.seed, signal)
      failed = 0
      this.count({ promptTokens: promptTokens ?? 0, completionTokens: completionTokens ?? 0 })
      return reply
    } finally {
      gate.leave()
      this.count({ requests: 1, failedRequests: failed, waitedMs: performance.now() - began })
    }
  }

  private count(more: Partial<ChatUsage>): void {
    const { counted } = this
    this.counted = {
      requests: counted.requests + (more.requests ?? 0),
      failedRequests: counted.failedRequests + (more.failedRequests ?? 0),
      promptTokens: counted.promptTokens + (more.promptTokens ?? 0),
      completionTokens: counted.completionTokens + (more.completionTokens ?? 0),
      waitedMs: counted.waitedMs + (more.waitedMs ?? 0),
    }
  }
}
