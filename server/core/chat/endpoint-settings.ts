import { z } from 'zod'

/** Native tool calling, or the tagged text format of the method. */
export const chatFormats = ['native', 'tagged'] as const
export type ChatFormat = (typeof chatFormats)[number]

const price = z.number('a price is a number').min(0, 'a price is 0 or more').max(100_000).nullable()

/** Everything but the key that is needed to talk to a chat model behind an OpenAI-compatible address. */
export const endpointSettingsSchema = z.strictObject({
  /** Up to and including `/v1`. */
  baseUrl: z
    .string()
    .trim()
    .regex(/^https?:\/\/[^\s/?#]+[^\s?#]*$/, 'an address as http://localhost:8000/v1')
    .max(500)
    .transform((url) => url.replace(/\/+$/, '')),
  /** As the server names it. */
  model: z.string().trim().min(1, 'name the model as the server does').max(300),
  format: z.enum(chatFormats).default('native'),
  /** Ask for a stream at once; a server that only streams is noticed without it, too. */
  streaming: z.boolean().default(false),
  /** Requests at a time. */
  concurrency: z.number('a whole number from 1 to 256').int().min(1).max(256).default(4),
  /** Null: no limit of ours. */
  requestsPerMinute: z.number('a whole number, or empty').int().min(1).max(1_000_000).nullable().default(null),
  /** So often a request that failed is sent again before the task is put off. */
  retries: z.number('a whole number from 0 to 20').int().min(0).max(20).default(6),
  /** How long one answer may take. */
  timeoutSeconds: z.number('seconds from 1 to 3600').min(1).max(3600).default(120),
  /** Null: the server's own. */
  temperature: z.number('a number from 0 to 2, or empty').min(0).max(2).nullable().default(0),
  /** Of one answer; null: the server's own. */
  maxTokens: z.number('a whole number, or empty').int().min(1).max(1_000_000).nullable().default(4096),
  /** US dollars per million tokens read and written; null: not known. */
  inputPrice: price.default(null),
  outputPrice: price.default(null),
})
export type EndpointSettings = z.infer<typeof endpointSettingsSchema>
