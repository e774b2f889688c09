import { beforeAll, describe, expect, it } from 'vitest'
import { starterCurriculum } from '@/server/core/curriculum/default-curriculum'
import { simulateGate } from '@/server/core/curriculum/simulate-gate'
import type { ValidationResult } from '@/server/core/policies/trainer-events'
import { Rng } from '@/server/core/rng'
import { importEpisodes } from '@/server/services/episodes/import-episodes'
import { decideGate } from '@/server/services/runs/decide-gate'
import { launchRun } from '@/server/services/runs/launch-run'
import { claimNext, claimSmallRun } from '@/server/services/runs/testing/small-claim'
import { queueSmallRun, smallLaunch } from '@/server/services/runs/testing/small-launch'
import { countTasks } from './count-tasks'
import { gatedRuns, gateSeries } from './gate-series'
import { getCurriculum } from './get-curriculum'
import { listCurricula } from './list-curricula'
import { removeCurriculum } from './remove-curriculum'
import { saveCurriculum } from './save-curriculum'

const { version: _, ...starter } = starterCurriculum
const [syntax, hints] = starter.stages
if (!syntax || !hints) throw new Error('the starter curriculum has stages')

const draft = (name: string, maxSteps = 40) => ({
  name,
  title: 'Two stages',
  stages: [syntax, { ...hints, gate: { ...hints.gate, maxSteps } }],
})

describe('curricula of one’s own', () => {
  beforeAll(async () => {
    await queueSmallRun()
  })

  it('are stored as versions that never change; the same stages are stored once', async () => {
    expect(await saveCurriculum(draft('mine'))).toEqual({ name: 'mine', version: 1, created: true })
    expect(await saveCurriculum(draft('mine', 50))).toEqual({ name: 'mine', version: 2, created: true })
    expect(await saveCurriculum(draft('mine'))).toEqual({ name: 'mine', version: 1, created: false })
    const { curriculum, versions } = await getCurriculum({ name: 'mine', version: 1 })
    expect(curriculum.stages[1]?.gate.maxSteps).toBe(40)
    expect(versions.map(({ version, runs }) => [version, runs])).toEqual([
      [2, 0],
      [1, 0],
    ])
  })

  it('do not take the names of those that come with the project', async () => {
    await expect(saveCurriculum(draft('starter'))).rejects.toMatchObject({ code: 'CONFLICT', field: 'name' })
  })

  it('are deleted as long as no run has used them', async () => {
    await saveCurriculum(draft('used'))
    await saveCurriculum(draft('used', 45))
    await launchRun(await smallLaunch({ curriculum: 'used', curriculumVersion: 1, stages: {}, name: 'user' }))
    const { runs } = await getCurriculum({ name: 'used', version: 1 })
    expect(runs.map(({ name }) => name)).toEqual(['user'])
    await expect(removeCurriculum({ name: 'used', version: 1 })).rejects.toMatchObject({ code: 'CONFLICT' })
    await removeCurriculum({ name: 'used', version: 2 })
    await expect(getCurriculum({ name: 'used', version: 2 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: '"used" has no version 2; its newest is 1.',
    })
    await expect(removeCurriculum({ name: 'starter', version: 1 })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('are listed by name with the runs that used them', async () => {
    const listed = await listCurricula()
    expect(listed.find(({ name }) => name === 'paper')).toMatchObject({ isBuiltIn: true, runs: 0 })
    expect(listed.find(({ name }) => name === 'starter-edited')?.runs).toBeGreaterThan(0)
  })

  it('say how many tasks each suite offers a stage', async () => {
    const counts = await countTasks()
    expect(counts.map(({ suite }) => suite)).toEqual(['small'])
    expect(Object.values(counts[0]?.train ?? {}).reduce((sum, tasks) => sum + tasks, 0)).toBeGreaterThan(0)
  })
})

describe('the gates of a run, simulated', () => {
  const dialogues = Array.from({ length: 16 }, (_, index) => `dialogue ${index}`)

  /** A noisy learner, so that every criterion has something to say. */
  function validation(rng: Rng, step: number): ValidationResult {
    const level = 0.75 * (1 - Math.exp(-step / 8))
    const byDialogue = Object.fromEntries(dialogues.map((name) => [name, level + 0.2 * rng.next()]))
    const metric = Object.values(byDialogue).reduce((sum, value) => sum + value, 0) / dialogues.length
    const gradientNorms = step === 0 ? [] : Array.from({ length: 5 }, () => 1 + rng.next())
    return { metric, byDialogue, accuracy: metric / 2, gradientNorms }
  }

  it('come out exactly as they were decided, criterion by criterion, also where the trainer ended a stage', async () => {
    await launchRun(await smallLaunch({ curriculum: 'mine', curriculumVersion: 1, stages: {}, seeds: [11] }))
    let claim = await claimNext()
    while (!(await gateSeries(claim.runId)).stages.some(({ gate }) => gate.maxSteps === 40)) claim = await claimNext()
    const rng = Rng.seeded(1, 'validations')
    for (const stage of [0, 1]) {
      for (let stageStep = 0; stageStep <= 25; stageStep += 5) {
        const event = { type: 'validation' as const, stage, step: 30 * stage + stageStep, stageStep }
        await decideGate(
          claim.runId,
          claim.epoch,
          { ...event, validation: validation(rng, stageStep) },
          stageStep === 25,
        )
      }
    }
    const { run, stages } = await gateSeries(claim.runId)
    expect(stages.map(({ verdicts, startStep }) => [verdicts.length, startStep])).toEqual([
      [6, 0],
      [6, 30],
    ])
    expect(stages[1]?.validations.at(-1)?.endedAt).toBe(25)
    for (const { gate, position, validations, verdicts } of stages) {
      const simulated = simulateGate({
        ...{ gate, validations, seed: run.seed, stage: position },
        recordedEvery: gate.validateEvery,
      })
      expect(simulated.verdicts).toEqual(verdicts)
    }
    expect((await gatedRuns()).map(({ id }) => id)).toContain(run.id)
  })

  it('are empty for a run that has not validated, and unknown for none', async () => {
    const { runId } = await claimSmallRun()
    const { stages } = await gateSeries(runId)
    expect(stages.every(({ validations, startStep }) => validations.length === 0 && startStep === null)).toBe(true)
    await expect(gateSeries(1_000_000)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('are unknown for a run without a curriculum, such as an import', async () => {
    const messages = [{ role: 'user', content: 'Hello?' }]
    const bytes = new TextEncoder().encode(JSON.stringify({ messages }))
    const imported = await importEpisodes({ bytes, format: 'openai', file: 'one.jsonl', onProblem: 'keep-rest' })
    await expect(gateSeries(imported.run ?? 0)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: `Run #${imported.run} has no curriculum, and so no gates.`,
    })
  })
})
