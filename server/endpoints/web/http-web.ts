import { setTimeout as sleep } from 'node:timers/promises'
import { EndpointError } from '@/server/core/chat/endpoint-error'
import { type RetryPolicy, retryDelay, usualRetries } from '@/server/core/chat/retry-delay'
import type { WebAnswer, WebRequest } from '@/server/core/environments/web-search/web-request'
import type { Web } from '@/server/core/episodes/web-search/web'
import type { AddressGuard } from './address-guard'
import { PassingTrouble, readPage } from './read-page'
import { askEngine, type SearchEngine } from './search-engine'

/** Pages are named by the model that is evaluated: never one inside this machine or network. */
const pageGuard: AddressGuard = { caller: 'page of the web', setting: null, hosts: [] }

/** The web as it is now: a search engine, and pages where they stand. What fails for now is asked again a few times. */
export class HttpWeb implements Web {
  constructor(
    private readonly engine: SearchEngine,
    private readonly pages: AddressGuard = pageGuard,
    private readonly retries: RetryPolicy = { ...usualRetries, attempts: 4 },
  ) {}

  async ask(request: WebRequest, signal: AbortSignal): Promise<WebAnswer> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.askOnce(request, signal)
      } catch (error) {
        if (!(error instanceof EndpointError)) throw error
        const wait = retryDelay(error, attempt, Math.random(), this.policy(request))
        if (wait === null && error instanceof PassingTrouble) return error.answer
        if (wait === null) throw error
        await sleep(wait, undefined, { signal })
      }
    }
  }

  /** There are other pages: none is waited for as long as the search itself. */
  private policy({ kind }: WebRequest): RetryPolicy {
    const { retries } = this
    return kind === 'search' ? retries : { ...retries, attempts: Math.min(3, retries.attempts), mostPatienceMs: 10_000 }
  }

  private askOnce(request: WebRequest, signal: AbortSignal): Promise<WebAnswer> {
    if (request.kind === 'search') return askEngine(this.engine, request, signal)
    return readPage(request.url, { guard: this.pages, timeoutSeconds: this.engine.timeoutSeconds }, signal)
  }
}
