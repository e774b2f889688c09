import { jsonDumps } from '../shared/text'

/** What a tool wants to know of the web. */
export type WebRequest =
  | { readonly kind: 'search'; readonly keywords: string; readonly region: string }
  | { readonly kind: 'page'; readonly url: string }

/** One thing that a search found. */
export interface WebResult {
  readonly title: string
  readonly href: string
  readonly body: string
}

/** What the web says to a request. */
export type WebAnswer =
  | { readonly kind: 'results'; readonly results: readonly WebResult[] }
  | { readonly kind: 'page'; readonly text: string }
  /** The page is not to be had: a fact about the web, which the agent is told. */
  | { readonly kind: 'failed'; readonly reason: string }

/** The request as text: two requests with the same text have the same answer. */
export const requestText = (request: WebRequest): string =>
  request.kind === 'search' ? jsonDumps(['search', request.keywords, request.region]) : jsonDumps(['page', request.url])
