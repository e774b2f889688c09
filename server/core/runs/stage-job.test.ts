import { describe, expect, it } from 'vitest'
import { paperCurriculum } from '@/server/core/curriculum/default-curriculum'
import { builtinAugmentationSet } from '@/server/core/hints/builtin'
import { tinySuite } from '@/server/core/policies/testing/tiny-suite'
import { jobResources } from './job-resources'
import type { RaySnapshot } from './snapshot'
import { stageJob } from './stage-job'
import { trainerSettingsSchema } from './trainer-settings'

const snapshot: RaySnapshot = {
  version: 1,
  backend: 'ray',
  cluster: 'lab',
  model: { kind: 'llm', name: 'some/model' },
  engine: 'verl',
  suite: { name: 'tiny', hash: 'x' },
  outOfDistribution: [],
  curriculum: paperCurriculum,
  augmentation: { ...builtinAugmentationSet, version: 1 },
  reward: 'binary',
  seed: 7,
  settings: trainerSettingsSchema.parse({}),
  codeVersion: 'x',
  trainingHash: 'x',
  evaluationHash: 'x',
}
const settings = { environmentUrl: 'ws://env:3001', checkpointFolder: '/shared' }
const place = {
  run: 17,
  epoch: 2,
  stage: 1,
  from: '/shared/run-17/0-syntax/global_step_5',
  resume: null,
}
const job = (changes: Partial<typeof place> = {}, of = snapshot) =>
  stageJob(of, tinySuite, settings, { ...place, ...changes })

describe('a stage as the trainer is told of it', () => {
  it('has the paper’s settings under the names of the contract', () => {
    expect(job()).toMatchObject({
      ...{ version: 1, run: '17', attempt: 2, stageIndex: 1, engine: 'verl', model: 'some/model', seed: 7 },
      stage: { name: 'hints', reward: 'binary', feedback: 'augmented', groupSize: 16, batchSize: 32 },
      environment: { url: 'ws://env:3001', suite: 'tiny', augmentationSet: 'built-in', format: 'tagged' },
      checkpoints: { folder: '/shared/run-17/1-hints', from: place.from, resume: 'never', keep: 1_000_000 },
      settings: { learningRate: 1e-6, clipLow: 0.2, clipHigh: 0.28, kl: 0.1, responseLength: 10_000, gpusPerNode: 8 },
    })
    expect(job().settings).not.toHaveProperty('keepCheckpoints')
  })

  it('lets a syntax stage keep its reward, and gives later stages longer responses', () => {
    expect(job({ stage: 0 }).stage.reward).toBe('syntax')
    expect(job({ stage: 2 }).settings.responseLength).toBe(24_576)
  })

  it('goes on from a checkpoint of its own only where it is told to', () => {
    expect(job({ resume: '/shared/run-17/1-hints/global_step_3' } as object).checkpoints.resume).toContain(
      'global_step_3',
    )
  })

  it('gives no hints when augmentation is off', () => {
    const off = job({}, { ...snapshot, augmentation: null })
    expect(off).toMatchObject({ stage: { feedback: 'standard' }, environment: { augmentationSet: null } })
  })

  it('trains on training tasks of the stage’s splits, and validates on validation tasks alone', () => {
    const partitionOf = (key: string) => tinySuite.tasks.find((task) => task.key === key)?.partition
    const { train, validation } = job().tasks
    expect(train.length).toBeGreaterThan(0)
    expect(new Set(train.map(({ task }) => partitionOf(task)))).toEqual(new Set(['train']))
    expect(new Set(validation.map(({ task }) => partitionOf(task)))).toEqual(new Set(['validation']))
  })
})

describe('what a job asks a cluster for', () => {
  it('is one GPU for TRL’s one process and nothing for verl’s driver, which places its workers itself', () => {
    expect(jobResources({ ...snapshot, engine: 'trl' })).toMatchObject({ entrypointGpus: 1, gpus: 1 })
    expect(jobResources(snapshot)).toMatchObject({ entrypointGpus: 0, gpus: 8 })
    const none = { ...snapshot.settings, gpusPerNode: 0 }
    expect(jobResources({ engine: 'trl', settings: none })).toMatchObject({ entrypointGpus: 0, gpus: 0 })
  })
})
