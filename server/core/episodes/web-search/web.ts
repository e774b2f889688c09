import type { WebAnswer, WebRequest } from '@/server/core/environments/web-search/web-request'

/**
 * Whoever can be asked what stands on the web. What cannot be had although it may be there, such as a search engine
 * that does not answer or a request that was not recorded, is thrown: the episode is then invalid. A page that does
 * not exist is an answer.
 */
export interface Web {
  ask(request: WebRequest, signal: AbortSignal): Promise<WebAnswer>
}
