import { z } from 'zod'
import { episodeSorts } from '@/server/core/episodes/episode-sorts'

export const episodeListInput = z.object({
  /** In the filter language (docs/runs.md), over the fields of server/core/filter/episode-fields. */
  filter: z
    .string()
    .max(2000)
    .refine((text) => !text.includes('\0'), 'has a character that no text has')
    .default(''),
  sort: z.enum(episodeSorts).default('newest'),
  reverse: z.boolean().default(false),
  /** Where the page before this one ended. */
  after: z.string().max(300).nullish(),
  limit: z.number().int().min(1).max(200).default(50),
})
export type EpisodeListInput = z.infer<typeof episodeListInput>

export const episodeValuesInput = z.object({
  field: z.string().max(50),
  typed: z
    .string()
    .max(200)
    .refine((text) => !text.includes('\0'), 'has a character that no text has')
    .default(''),
  /** The filter as far as it is written: with one run, what occurs in it comes first. */
  filter: z.string().max(2000).default(''),
})
