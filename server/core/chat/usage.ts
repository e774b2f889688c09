import type { EndpointSettings } from './endpoint-settings'

/** What talking to an endpoint took; failed requests count, too. */
export interface ChatUsage {
  readonly requests: number
  readonly failedRequests: number
  readonly promptTokens: number
  readonly completionTokens: number
  /** Time spent waiting for answers. */
  readonly waitedMs: number
}

export const noUsage: ChatUsage = {
  requests: 0,
  failedRequests: 0,
  promptTokens: 0,
  completionTokens: 0,
  waitedMs: 0,
}

/** US dollars; null when a price that is needed is not known. */
export function costOf(
  { promptTokens, completionTokens }: Pick<ChatUsage, 'promptTokens' | 'completionTokens'>,
  { inputPrice, outputPrice }: Pick<EndpointSettings, 'inputPrice' | 'outputPrice'>,
): number | null {
  if (inputPrice === null || outputPrice === null) return null
  return (promptTokens * inputPrice + completionTokens * outputPrice) / 1_000_000
}
