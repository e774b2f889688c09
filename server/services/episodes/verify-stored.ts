import { judgeAgain } from '@/server/core/chat/judge-again'
import type { EpisodeRecord } from '@/server/core/episodes/record'
import { findMismatches, type Mismatch } from '@/server/core/replay/mismatch'
import { ReplayError } from '@/server/core/replay/replay-error'
import type { ReplayedBefore } from '@/server/core/replay/replayed-before'
import type { StoredEpisode, TurnRow } from '@/server/db/episode-records'
import { OwnRules, type ReplaySource } from './replay-source'
import { replayStored } from './replay-stored'

/**
 * Recomputes every reward, check, state and text of a stored episode and answers where they differ from the record,
 * its columns and its body alike. Null: it cannot be recomputed, because it was imported or is invalid, or a
 * benchmark judges it by what is not recorded.
 */
export async function verifyStored(
  stored: StoredEpisode,
  source: ReplaySource,
  before: ReplayedBefore,
): Promise<Mismatch[] | null> {
  if (stored.origin === 'import' || stored.invalid !== null) return null
  const mismatches = await compared(stored, source, before, 0)
  if (mismatches === null) return null
  // one that was recorded shortly after midnight may have begun the day before
  if (mismatches.length === 0 || stored.origin !== 'env-server') return mismatches
  const earlier = await compared(stored, source, before, 1)
  return earlier?.length === 0 ? earlier : mismatches
}

async function compared(
  stored: StoredEpisode,
  source: ReplaySource,
  before: ReplayedBefore,
  daysBefore: number,
): Promise<Mismatch[] | null> {
  try {
    const replayed = await replayStored(stored, source, before, undefined, daysBefore)
    if (stored.record.kind === 'branch') before.keep(`${stored.attemptId}:${stored.record.id}`, replayed.episode)
    return [...findMismatches(stored.record, replayed), ...rowMismatches(stored.turnRows, replayed.record.turns)]
  } catch (error) {
    if (error instanceof OwnRules) return judgedAgain(stored, error)
    if (!(error instanceof ReplayError)) throw error
    const nowhere = { turn: null, step: null, call: null }
    return [{ ...nowhere, field: 'replay', recorded: null, recomputed: error.message }]
  }
}

/** What is judged by the words of an answer is judged by the recorded ones: nothing is called, and nobody is asked. */
function judgedAgain({ record, turnRows }: StoredEpisode, { task }: OwnRules): Mismatch[] | null {
  const again = judgeAgain(record, task)
  if (again === null) return null
  return [...findMismatches(record, { record: again, stepsLeft: 0 }), ...rowMismatches(turnRows, again.turns)]
}

const rowFields = ['reward', 'stateOk', 'execOk', 'forcedEnd', 'executedCalls'] as const

/** What lists and charts read of the turns stands in rows of its own. */
function rowMismatches(rows: readonly TurnRow[], turns: EpisodeRecord['turns']): Mismatch[] {
  return turns.flatMap((turn): Mismatch[] => {
    const row = rows.find(({ index }) => index === turn.index)
    return rowFields.flatMap((field) => {
      const [recorded, recomputed] = [row?.[field], turn[field]]
      if (recorded === recomputed) return []
      return [{ turn: turn.index, step: null, call: null, field: `${field} (list)`, recorded, recomputed }]
    })
  })
}
