import { searchWords } from '@/server/core/episodes/search-words'
import { isConnectionLoss } from '@/server/db/connection-loss'
import { openBodies } from '@/server/db/episode-body-parts'
import { takeUnsearched, type UnsearchedEpisode, writeMissingWords } from '@/server/db/episode-search-backfill'
import { inTransaction } from '@/server/db/transaction'

/** So few that nobody waits for them: some tens of milliseconds. */
const atOnce = 128
/** The text that is searched ends before: each step that says anything takes some characters of it. */
const mostSteps = 1000

/**
 * Makes some episodes that were recorded before there was a text search findable by their words, the newest first.
 * @returns how many; 0: there is none left, or another worker is at it
 */
export async function addMissingWords(most = atOnce): Promise<number> {
  return inTransaction(async (sql) => {
    const episodes = await takeUnsearched(sql, most)
    if (episodes.length > 0) await writeMissingWords(sql, await withWords(episodes))
    return episodes.length
  })
}

/** Episodes that lie in one block follow each other: it is opened once. */
async function withWords(episodes: readonly UnsearchedEpisode[]) {
  const found: { episode: UnsearchedEpisode; words: readonly string[] }[] = []
  const blocks = new Map<string, ReturnType<typeof openBodies>>()
  for (const episode of episodes) {
    const { bodyId, bodyLine } = episode
    const block = blocks.get(bodyId) ?? openBodies(BigInt(bodyId))
    blocks.set(bodyId, block)
    found.push({ episode, words: await wordsOf(block, bodyLine) })
  }
  return found
}

/** A body that does not open holds up no other: the episode is then found by what its row says alone. */
async function wordsOf(block: ReturnType<typeof openBodies>, line: number): Promise<readonly string[]> {
  try {
    const body = await (await block)(line)
    return searchWords({ turns: await body.turns(), steps: await body.steps(0, mostSteps) })
  } catch (error) {
    if (isConnectionLoss(error)) throw error
    return []
  }
}
