import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '@/server/config'
import { searchSettingsSchema } from '@/server/core/chat/search-settings'
import { db } from '@/server/db/client'
import { type ChatServer, startChatServer } from '@/server/endpoints/testing/start-chat-server'
import { verifyEpisode } from '@/server/services/episodes/verify-episode'
import { getEvaluation } from '@/server/services/evaluations/get-evaluation'
import { launchEvaluation } from '@/server/services/evaluations/launch-evaluation'
import { resumeEvaluation } from '@/server/services/evaluations/resume-evaluation'
import { storeScripted } from '@/server/services/evaluations/testing/small-evaluation'
import { storeWebSuites, webScripts } from '@/server/services/evaluations/testing/web-search-suite'
import { getEpisode } from '@/server/services/read/get-episode'
import { recordingOf } from '@/server/services/search/open-search'
import { saveSearchProvider } from '@/server/services/search/save-search-provider'
import { endedRun } from './testing/run-state'
import { Worker } from './worker'

const names = ['tea-whole', 'tea-partly'] as const
let server: ChatServer
const reports: string[] = []
const worker = new Worker({ concurrency: 1, report: (message) => reports.push(message) })

beforeAll(async () => {
  await storeWebSuites()
  server = await startChatServer({}, webScripts)
  await recordTea('tea-whole')
  await recordWuyi('tea-whole')
  await recordTea('tea-partly')
  worker.start()
})
afterAll(async () => {
  await worker.stop()
  server.stop()
  for (const name of names) await rm(join(readConfig().dataFolder, 'web-recordings', name), { recursive: true })
})

const tea = { title: 'Dear teas', href: 'https://tea.example/', body: 'The dearest of all' }

async function recordTea(name: string): Promise<void> {
  const recording = recordingOf(name)
  const search = { kind: 'search', keywords: 'dear tea', region: 'wt-wt' } as const
  await recording.add(search, { kind: 'results', results: [tea, { ...tea, title: 'Other teas' }] })
  await recording.add({ kind: 'page', url: tea.href }, { kind: 'page', text: '<h1>Da Hong Pao</h1>' })
}

const recordWuyi = (name: string) =>
  recordingOf(name).add({ kind: 'search', keywords: 'wuyi', region: 'wt-wt' }, { kind: 'results', results: [] })

async function provider(recording: string): Promise<number> {
  const settings = searchSettingsSchema.parse({ recording })
  return (await saveSearchProvider({ id: null, name: recording, settings })).id
}

async function shownEpisodes(id: number) {
  const episodes = await db().episode.findMany({ where: { runId: id }, orderBy: { taskId: 'asc' } })
  return Promise.all(episodes.map((episode) => getEpisode({ episode: String(episode.id) })))
}

describe('an evaluation on BFCL web search', { timeout: 60_000 }, () => {
  it.each(['native', 'tagged'])(
    'is played in the %s format from a recording, with and without snippets',
    async (format) => {
      const endpoint = await storeScripted(server, 'solver', { settings: { concurrency: 1, format } })
      const search =
        (await db().searchProvider.findUnique({ where: { name: 'tea-whole' } }))?.id ?? (await provider('tea-whole'))
      const { id } = await launchEvaluation({
        ...{ endpoint, search, suites: ['bfcl-web-search', 'bfcl-web-search-no-snippet'] },
      })
      expect(await endedRun(id)).toMatchObject({ status: 'finished', statusReason: null })
      const shown = await shownEpisodes(id)
      expect(shown.map(({ success, verdict, stepCount }) => [success, verdict, stepCount])).toEqual([
        [true, 'valid', 3],
        [true, 'valid', 4],
        [true, 'valid', 3],
        [true, 'valid', 4],
      ])
      const told = shown.map(({ steps }) => steps[0]?.observation)
      expect(told[0]).toContain(
        "[{'title': 'Dear teas', 'href': 'https://tea.example/', 'body': 'The dearest of all'}]",
      )
      expect(told[2]).toContain("[{'title': 'Dear teas', 'href': 'https://tea.example/'}]")
      expect(shown[0]?.steps[1]?.observation).toMatch(/content.*Da Hong Pao/)
      expect(shown[1]?.steps[0]?.observation).toContain('Failed to retrieve the search results')
      const verified = await Promise.all(shown.map((episode) => verifyEpisode(episode.id)))
      expect(verified.map(({ mismatches }) => mismatches)).toEqual([[], [], [], []])
      expect(await getEvaluation(id)).toMatchObject({ invalid: 0, search: { name: 'tea-whole' } })
    },
  )

  it('has no wrong answer where a recording is missing: the play is tried again, and resumed once it is there', async () => {
    const endpoint = await storeScripted(server, 'solver', { settings: { concurrency: 1 } })
    const { id } = await launchEvaluation({
      ...{ endpoint, search: await provider('tea-partly'), suites: ['bfcl-web-search'] },
    })
    const ended = await endedRun(id)
    expect(ended.status).toBe('failed')
    expect(ended.statusReason).toContain('not recorded: the search for "wuyi" in the region wt-wt')
    expect(await getEvaluation(id)).toMatchObject({ done: 1, invalid: 3 })
    await recordWuyi('tea-partly')
    await resumeEvaluation(id)
    expect((await endedRun(id)).status).toBe('finished')
    const [, wuyi] = (await shownEpisodes(id)).filter(({ invalid }) => invalid === null)
    expect(wuyi?.success).toBe(true)
    // a recording tells its rows from those of another
    const hashes = await db().evaluation.findMany({
      where: { suite: { name: 'bfcl-web-search' } },
      distinct: ['evaluationHash'],
    })
    expect(hashes).toHaveLength(2)
  })

  it('needs something that answers web search', async () => {
    const endpoint = await storeScripted(server, 'solver')
    const launch = (search: number | null) => launchEvaluation({ endpoint, search, suites: ['bfcl-web-search'] })
    await expect(launch(null)).rejects.toMatchObject({ field: 'search' })
    await expect(launch(999)).rejects.toThrow('There is no search provider 999')
    await expect(launch(await provider('never-recorded'))).rejects.toThrow('Nothing is recorded under "never-recorded"')
  })

  it('is carried out without a complaint of the worker', () => expect(reports).toEqual([]))
})
