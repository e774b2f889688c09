import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { db } from '@/server/db/client'
import { exampleFolder } from '@/server/environments/testing/environment-copy'
import { suiteEvaluationHash } from '@/server/hashes/source-hashes'
import { openTask } from '@/server/services/environment/open-task'
import { verifyEpisode } from '@/server/services/episodes/verify-episode'
import { errorCatalogue } from '@/server/services/hints/error-catalogue'
import { importSet } from '@/server/services/hints/import-set'
import { hintLedger } from '@/server/services/hints/ledger'
import { missingHints } from '@/server/services/hints/missing-hints'
import { writeRule } from '@/server/services/hints/write-rule'
import { makeMove } from '@/server/services/playground/make-move'
import { openSession } from '@/server/services/playground/open-session'
import { playgroundOptions } from '@/server/services/playground/playground-options'
import { saveSession } from '@/server/services/playground/save-session'
import { showSession } from '@/server/services/playground/show-session'
import { getEpisode } from '@/server/services/read/get-episode'
import { queueSmallRun } from '@/server/services/runs/testing/small-launch'
import { importOwnSuite } from '@/server/services/suites/import-own-suite'
import { endedRun } from './testing/run-state'
import { Worker } from './worker'

const worker = new Worker({ concurrency: 1, report: () => {} })
const scope = { run: null, group: null }
let run: number

/** The worked example, imported as a user does it, and a short run on it. */
beforeAll(async () => {
  vi.stubEnv('ENVTUNE_ENVIRONMENTS', exampleFolder)
  const { taskCount } = await importOwnSuite(exampleFolder)
  expect(taskCount).toBeGreaterThan(20)
  const { saved } = await importSet(await readFile(join(exampleFolder, 'hints.yaml'), 'utf8'))
  expect(saved).toMatchObject({ name: 'bike-workshop', version: 1 })
  worker.start()
  run = await queueSmallRun({ suite: 'bike-workshop', outOfDistribution: [], augmentation: 'bike-workshop' })
  expect(await endedRun(run)).toMatchObject({ status: 'finished', statusReason: null })
}, 180_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  await worker.stop()
})

const play = async (session: string, ...calls: string[]) => {
  let played = session
  for (const text of calls) played = await makeMove({ session: played, move: { kind: 'raw', text } })
  return played
}

describe('an environment of the user’s own', () => {
  it('is trained on and evaluated, and its files are part of what rows are compared by', async () => {
    const { snapshot } = await db().run.findUniqueOrThrow({ where: { id: run } })
    expect(snapshot).toMatchObject({
      suite: { name: 'bike-workshop', environment: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
    const evaluations = await db().evaluation.findMany({ where: { runId: run }, include: { suite: true } })
    expect(evaluations.map(({ point }) => point)).toContain('final')
    const { evaluationHash } = JSON.parse(JSON.stringify(snapshot))
    const withoutFiles = suiteEvaluationHash(evaluationHash, evaluations[0]?.suite.hash ?? '')
    expect(evaluations.every((row) => row.evaluationHash !== withoutFiles)).toBe(true)
  })

  it('has trajectories that are read, and that play again exactly as recorded', async () => {
    const episodes = await db().episode.findMany({ where: { runId: run, callCount: { gt: 0 } }, take: 20 })
    expect(episodes.length).toBe(20)
    for (const { id } of episodes) expect((await verifyEpisode(String(id))).mismatches).toEqual([])
    const shown = await getEpisode({ episode: String(episodes[0]?.id) })
    expect(shown.task.key).toMatch(/^workshop-/)
  })

  it('has its errors in the ledger, under its own rules', async () => {
    const { rules } = await hintLedger({ ...scope, run, set: 'bike-workshop' })
    const matched = rules.filter(({ failures }) => failures > 0).map(({ id }) => id)
    expect(matched).toContainEqual(expect.stringMatching(/^workshop\./))
    const { clusters } = await missingHints({ ...scope, run, set: 'bike-workshop', limit: 100 })
    expect(clusters.filter(({ domain, code }) => domain === 'BikeWorkshop' && !/^(call|python)\./.test(code))).toEqual(
      [],
    )
  })

  it('has its tools, codes and values in the editor of hints', async () => {
    const own = errorCatalogue().domains.find(({ name }) => name === 'BikeWorkshop')
    expect(own?.codes.find(({ code }) => code === 'part_unknown')?.fields).toContain('suggestion')
    const error = { domain: 'BikeWorkshop', tool: 'fit_part', code: 'part_unknown' }
    const { draft } = await writeRule({ set: 'bike-workshop', ...error })
    const { rules } = await db().hintDraft.findUniqueOrThrow({ where: { id: draft } })
    expect(JSON.stringify(rules)).toContain('find_parts(keyword)')
  })

  it('is played in the playground, by task and without one', async () => {
    const { suites } = await playgroundOptions()
    expect(suites.find(({ name }) => name === 'bike-workshop')?.domains).toEqual(['BikeWorkshop'])
    const settings = {
      profile: 'training',
      feedback: 'augmented',
      augmentation: { name: 'bike-workshop', version: 1 },
    } as const
    const opened = await openSession({ suite: 'bike-workshop', task: 'workshop-13-base', domains: [], ...settings })
    const played = await play(opened, "sign_in(mechanic='gus')", "sign_in(mechanic='Gus')")
    const [first, second] = (await showSession(played)).steps
    expect(first?.calls[0]?.hinted).toContain("mechanic='gus' is none of the mechanics")
    expect(second?.changes).not.toEqual([])
    const { episode } = await saveSession({ session: played })
    expect((await verifyEpisode(episode)).mismatches).toEqual([])
    const free = await openSession({ suite: 'bike-workshop', task: null, domains: ['BikeWorkshop'], ...settings })
    expect((await showSession(await play(free, 'list_jobs()'))).steps[0]?.calls[0]?.standard).toBe('{"jobs": []}')
  })

  it('is played by trainers through the environment server’s use case', async () => {
    const { hash } = await db().suite.findFirstOrThrow({ where: { name: 'bike-workshop' } })
    const task = await openTask(hash, { task: 'workshop-01-base' })
    expect(task.domains.map(({ title }) => title)).toEqual(['Bicycle workshop'])
  })
})
