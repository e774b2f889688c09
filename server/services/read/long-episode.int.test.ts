import { beforeAll, describe, expect, it } from 'vitest'
import { pool } from '@/server/db/client'
import { importEpisodes } from '@/server/services/episodes/import-episodes'
import { episodeListInput } from './episode-list-input'
import { episodeSteps } from './episode-steps'
import { findInEpisode } from './find-in-episode'
import { getEpisode } from './get-episode'
import { listEpisodes } from './list-episodes'

const count = 1000
let episode: string

beforeAll(async () => {
  const steps = Array.from({ length: count }, (_, step) => [
    ...(step % 100 === 0 ? [{ role: 'user', content: `Request ${step / 100}` }] : []),
    { role: 'assistant', content: `Answer ${step}. ${'x'.repeat(2000)}` },
  ])
  const bytes = new TextEncoder().encode(JSON.stringify({ messages: steps.flat() }))
  const { run } = await importEpisodes({ bytes, format: 'openai', file: 'long.jsonl', onProblem: 'keep-nothing' })
  const { episodes } = await listEpisodes(episodeListInput.parse({ filter: `run = ${run}` }))
  episode = episodes[0]?.id ?? ''
})

describe('an episode of very many steps', () => {
  it('is kept in parts', async () => {
    const { rows } = await pool().query('select encoding from episode_bodies')
    expect(rows).toEqual([{ encoding: 'deflate-chunks' }])
  })

  it('gives its first steps, all of its turns, and its outline', async () => {
    const { steps, turns, outline } = await getEpisode({ episode })
    expect(steps.map(({ step }) => step)).toEqual(Array.from({ length: 32 }, (_, step) => step))
    expect(turns).toHaveLength(10)
    expect(outline?.looks).toBe('a'.repeat(count))
  })

  it('gives the rest piece by piece, the same as a whole', async () => {
    const answers: (string | null)[] = []
    for (let from = 0; from < count; from += 32)
      answers.push(...(await episodeSteps({ episode, from })).map(({ answer }) => answer))
    expect(answers.map((answer) => answer?.split('.')[0])).toEqual(
      Array.from({ length: count }, (_, step) => `Answer ${step}`),
    )
    expect(await episodeSteps({ episode, from: count })).toEqual([])
  })

  it('is searched as a whole', async () => {
    expect(await findInEpisode({ episode, text: 'answer 777.' })).toMatchObject([
      { turn: 7, step: 777, where: 'answer' },
    ])
  })
})
