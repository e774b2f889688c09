import type { EpisodeIdentity, EpisodeRecord } from '@/server/core/episodes/record'
import { toolErrors } from '@/server/core/episodes/tool-errors'
import { InterchangeError } from '@/server/core/interchange/interchange-error'
import type { OwnEpisode } from '@/server/core/interchange/own-line'
import type { Transcript } from '@/server/core/interchange/transcript'
import { transcriptRecord } from '@/server/core/interchange/transcript-record'

/** Where an imported episode is put. */
export interface ImportPlace {
  /** Its name, unique in the import. */
  readonly id: string
  readonly suite: string
  readonly task: string
}

/** An episode that was read from a file, whatever the format. */
export interface ImportedEpisode {
  /** Its name where it comes from; null: it had none. */
  readonly id: string | null
  readonly suite: string | null
  readonly task: string | null
  readonly system: string | null
  /** What the user said first. */
  readonly opening: string
  readonly turnCount: number
  /** Why it counts for nothing; null: it is valid. */
  readonly invalid: string | null
  readonly record: (place: ImportPlace) => EpisodeRecord
}

/** At most as much of a name as a column of ours and an address take. */
export const mostName = 200

/** Throws InterchangeError when nobody says anything in it. */
export function transcriptEpisode(transcript: Transcript): ImportedEpisode {
  const { meta, turns, system } = transcript
  if (turns.length === 0) throw new InterchangeError('it has no message')
  return {
    ...{ id: null, suite: meta.suite, task: meta.task, system, turnCount: turns.length, invalid: null },
    opening: turns[0]?.user ?? '',
    record: (place) => transcriptRecord(transcript, identityOf(transcript, place)),
  }
}

const identityOf = ({ meta }: Transcript, place: ImportPlace): EpisodeIdentity => ({
  ...{ ...place, kind: 'episode', partition: 'train', prefix: null, stage: null },
  trainingStep: meta.trainingStep ?? 0,
  group: meta.group?.slice(0, mostName) ?? null,
  rollout: meta.rollout ?? 0,
})

/** Everything stays as it was recorded, an episode that ended within its first turn too, but the names under which it is stored. */
export function ownEpisode({ record, invalid }: OwnEpisode): ImportedEpisode {
  const { id, suite, task, turns, steps, feedback } = record
  return {
    ...{ id, suite, task, system: null, turnCount: turns.length, invalid },
    opening: turns[0]?.userMessage ?? '',
    record: (place) => ({ ...record, ...place, toolErrors: toolErrors(steps, feedback) }),
  }
}
