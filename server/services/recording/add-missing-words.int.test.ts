import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pool } from '@/server/db/client'
import { packEpisodes } from '@/server/recording/pack-events'
import { importEpisodes } from '@/server/services/episodes/import-episodes'
import { episodeListInput } from '@/server/services/read/episode-list-input'
import { listEpisodes } from '@/server/services/read/list-episodes'
import { claimSmallRun } from '@/server/services/runs/testing/small-claim'
import { addMissingWords } from './add-missing-words'
import { recordBatch } from './record-batch'
import { trainerEpisodes } from './testing/trainer-episodes'

/** Of blocks that are kept whole, and the last of one that is kept in parts. */
const count = 151
type Texts = ReadonlyMap<string, string>
let recorded: Texts

beforeAll(async () => {
  const claim = await claimSmallRun()
  const episodes = (await trainerEpisodes(claim, count - 1)).map((one, index) => ({ ...one, id: `e${index}` }))
  const events = await packEpisodes(episodes)
  await recordBatch({ run: claim.runId, epoch: claim.epoch, source: 'test', sequence: 0, at: 0, events })
  const answers = Array.from({ length: 1200 }, (_, step) => ({
    role: 'assistant',
    content: `a${step} ${'x '.repeat(500)}`,
  }))
  const bytes = new TextEncoder().encode(
    JSON.stringify({ messages: [{ role: 'user', content: 'Zebra?' }, ...answers] }),
  )
  await importEpisodes({ bytes, format: 'openai', file: 'long.jsonl', onProblem: 'keep-nothing' })
  recorded = await texts()
})

beforeEach(() => pool().query('delete from episode_texts'))

async function texts(): Promise<Texts> {
  const { rows } = await pool().query<{ id: string; words: string }>(
    'select episode_id::text id, words::text words from episode_texts order by episode_id',
  )
  return new Map(rows.map(({ id, words }) => [id, words]))
}

const found = async (filter: string) => (await listEpisodes(episodeListInput.parse({ filter }))).count

describe('words of episodes that were recorded without', () => {
  it('are those that recording writes, whether bodies are kept whole or in parts', async () => {
    expect(recorded.size).toBe(count)
    for (let left = count; left > 0; left -= 40) expect(await addMissingWords(40)).toBe(Math.min(left, 40))
    expect(await addMissingWords(40)).toBe(0)
    expect(await texts()).toEqual(recorded)
  })

  it('are written for the newest first, and found from then on', async () => {
    expect(await found('zebra')).toBe(0)
    await addMissingWords(3)
    expect([...(await texts()).keys()]).toEqual([...recorded.keys()].slice(-3))
    expect(await found('zebra')).toBe(1)
  })

  it('are written once, also by workers that are at it together', async () => {
    while ((await Promise.all([addMissingWords(20), addMissingWords(20)])).some((written) => written > 0));
    expect(await texts()).toEqual(recorded)
  })

  it('are none where a body does not open, and no other episode waits for it', async () => {
    const first = [...recorded.keys()][0]
    await pool().query(
      `update episode_bodies set body = 'broken' where id = (select body_id from episodes where id = $1)`,
      [first],
    )
    while ((await addMissingWords()) > 0);
    const written = await texts()
    expect(written.size).toBe(count)
    expect(written.get(first ?? '')).toMatch(/^('=\S+' ?)+$/)
  })
})
