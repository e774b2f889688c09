import { z } from 'zod'

/** What a question of BFCL web search has beside its message. It is judged by its answer, not by calls. */
export const webBenchmarkSchema = z.object({
  kind: z.literal('bfcl-web-search'),
  /** Any of these counts as right. */
  answers: z.array(z.string()).min(1),
})

/** The two ways in which the benchmark plays a question: with and without the snippets of search results. */
export const webVariants = ['base', 'no_snippet'] as const
export type WebVariant = (typeof webVariants)[number]

/** The domain that the questions are played in. */
export const webDomain = 'WebSearchAPI'

/** The suites' names, by variant. */
export const webSuiteName = (variant: WebVariant): string =>
  variant === 'base' ? 'bfcl-web-search' : 'bfcl-web-search-no-snippet'
