import { z } from 'zod'
import { recordedSchema } from '@/server/core/episodes/record-schema'
import type { RecordedEpisode } from '@/server/core/replay/recorded-episode'
import { InterchangeError } from './interchange-error'

/** Of our own lines; a change that a reader would notice is another version. */
const lineVersion = 1

/** Where a line comes from, and why its episode counts for nothing; null: it is valid. */
export interface LineSource {
  readonly episode: string
  readonly run: number
  readonly origin: string
  readonly invalid: string | null
}

export interface OwnEpisode {
  readonly record: RecordedEpisode
  readonly invalid: string | null
}

/** JSON has no NaN: what counts for nothing has it for a reward, and it is written as text. */
const encoded = (value: number) => (Number.isFinite(value) ? value : String(value))

/** An episode as one line of ours: everything that is recorded. */
export function ownLine(record: RecordedEpisode, from: LineSource): object {
  const { progress, syntax, binary } = record.rewards
  return {
    ...{ envtune: lineVersion, from, ...record, reward: encoded(record.reward) },
    rewards: { progress: encoded(progress), syntax: encoded(syntax), binary: encoded(binary) },
  }
}

const lineSchema = z.object({
  envtune: z.literal(lineVersion, `is not the version ${lineVersion} of our lines`),
  from: z.looseObject({ invalid: z.string().nullish() }).optional(),
})

/** Reads what `ownLine` wrote. Throws InterchangeError with the place of what is wrong. */
export function readOwnLine(value: unknown): OwnEpisode {
  const line = lineSchema.safeParse(value)
  const record = recordedSchema.safeParse(value)
  const issue = line.error?.issues[0] ?? record.error?.issues[0]
  if (!line.success || !record.success)
    throw new InterchangeError(`${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'is none of ours'}`)
  return { record: record.data, invalid: line.data.from?.invalid ?? null }
}
