import { nextAction } from '@/server/core/hints/next-action'
import { storedEpisodesOf } from '@/server/db/episode-records'
import { type CompletedFailure, completeFailures } from '@/server/db/hint-completion'

/** Failing calls that are written together. */
const atOnce = 5000

/**
 * Adds what the agent did next to a run's failing calls that were recorded before this was looked at, from the stored
 * episodes, and counts the run again. `onProgress` gets the number of episodes looked at.
 */
export async function lookAgain(
  run: number,
  onProgress: (episodes: number) => void,
): Promise<{ episodes: number; changed: number }> {
  let [episodes, changed] = [0, 0]
  let waiting: CompletedFailure[] = []
  for await (const { id, record } of storedEpisodesOf(run)) {
    episodes++
    for (const { step, calls } of record.steps)
      for (const [call, { error }] of calls.entries())
        if (error) waiting.push({ episode: String(id), step, call, next: nextAction(record.steps, { step, call }) })
    if (waiting.length < atOnce) continue
    changed += await completeFailures(run, waiting)
    waiting = []
    onProgress(episodes)
  }
  changed += await completeFailures(run, waiting, { recount: true })
  onProgress(episodes)
  return { episodes, changed }
}
