import { z } from 'zod'

/**
 * Everything but the key that is needed to answer web search. Without an engine the recording answers alone; with both,
 * what is not recorded is asked of the engine, and recorded.
 */
export const searchSettingsSchema = z
  .strictObject({
    /** Of a search engine that speaks SearXNG's JSON, without `/search`. Null: none is asked. */
    baseUrl: z
      .string()
      .trim()
      .regex(/^https?:\/\/[^\s/?#]+[^\s?#]*$/, 'an address as http://localhost:8080')
      .max(500)
      .transform((url) => url.replace(/\/+$/, ''))
      .nullable()
      .default(null),
    /** Name of a folder in `web-recordings` of the data folder. Null: nothing is recorded. */
    recording: z
      .string()
      .trim()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
      .max(80)
      .nullable()
      .default(null),
    /** How long a search or a page may take. */
    timeoutSeconds: z.number('seconds from 1 to 300').min(1).max(300).default(20),
  })
  .refine(({ baseUrl, recording }) => baseUrl !== null || recording !== null, {
    path: ['baseUrl'],
    message: 'an address, or a recording that answers instead',
  })
export type SearchSettings = z.infer<typeof searchSettingsSchema>
