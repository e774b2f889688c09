import { describe, expect, it } from 'vitest'
import { starterCurriculum } from '@/server/core/curriculum/default-curriculum'
import { builtinAugmentationSet } from '@/server/core/hints/builtin'
import { type LocalSnapshot, policySettingsSchema, type RaySnapshot } from '@/server/core/runs/snapshot'
import { cloneForm } from './clone-form'
import { checkForm } from './form-state'
import { defaultTrainer } from './trainer-text'

const edited = { ...starterCurriculum, name: 'starter-edited', version: 2, title: 'Short, edited' }
const set = { ...builtinAugmentationSet, version: 1 }

const snapshot: LocalSnapshot = {
  version: 1,
  backend: 'local',
  model: { kind: 'cpu-policy', name: 'built-in CPU policy' },
  suite: { name: 'starter', hash: 'a' },
  outOfDistribution: [{ name: 'starter-ood', hash: 'b' }],
  curriculum: edited,
  augmentation: set,
  reward: 'binary',
  seed: 7,
  settings: policySettingsSchema.parse({ learningRate: 0.2 }),
  codeVersion: 'x',
  trainingHash: 'x',
  evaluationHash: 'x',
}

const options = {
  suites: [
    {
      name: 'starter',
      title: 'Starter',
      kind: 'in_distribution' as const,
      usual: false,
      version: 1,
      hash: 'a',
      sizes: {},
    },
    {
      name: 'starter-ood',
      title: 'Other',
      kind: 'out_of_distribution' as const,
      usual: true,
      version: 1,
      hash: 'b',
      sizes: {},
    },
    {
      name: 'late-ood',
      title: 'Late',
      kind: 'out_of_distribution' as const,
      usual: true,
      version: 1,
      hash: 'c',
      sizes: {},
    },
  ],
  clusters: [],
  curricula: [starterCurriculum, { ...edited, version: 3 }],
  augmentationSets: [{ name: set.name, title: set.title, version: 1, rules: 1 }],
}

const run = { id: 4, name: 'mine' }

describe('a clone', () => {
  const clone = cloneForm(run, snapshot, options)

  it('launches exactly what its parent was, an older edited curriculum included', () => {
    const curriculum = clone.options.curricula.find(({ name, version }) => name === edited.name && version === 2)
    const checked = checkForm(clone.form, curriculum, 'a key of its own')
    expect(checked).toMatchObject({
      ok: true,
      request: {
        curriculum: 'starter-edited',
        curriculumVersion: 2,
        outOfDistribution: ['starter-ood'],
        parent: 4,
        reward: 'binary',
        seeds: [7],
        stages: {},
        settings: { learningRate: 0.2 },
      },
    })
    expect(clone.differences).toEqual([])
  })
  it('keeps other choices open', () => {
    expect(clone.options.curricula.map(({ name, version }) => `${name} ${version}`)).toEqual([
      'starter 1',
      'starter-edited 3',
      'starter-edited 2',
    ])
  })
  it('says where it cannot be the same', () => {
    const changed = {
      ...options,
      suites: options.suites.slice(0, 1).map((suite) => ({ ...suite, hash: 'new', version: 2 })),
      augmentationSets: options.augmentationSets.map((row) => ({ ...row, version: 5 })),
    }
    expect(cloneForm(run, snapshot, changed).differences).toEqual([
      'Suite starter: its tasks have changed since; a launch takes version 2.',
      'The suite starter-ood is not stored any more.',
      'Hints: the run used version 1, a launch takes version 5.',
    ])
  })

  it('of a run on a cluster goes to that cluster with its model and settings, as long as it is there', () => {
    const { model: _, backend: __, settings: ___, ...common } = snapshot
    const onCluster: RaySnapshot = {
      ...common,
      ...{ backend: 'ray', cluster: 'lab', engine: 'verl', model: { kind: 'llm', name: 'some/model' } },
      settings: { ...defaultTrainer, kl: 0.2 },
    }
    const lab = { name: 'lab', problem: null, rayVersion: null, gpus: null, seenAt: null }
    const there = cloneForm(run, onCluster, { ...options, clusters: [lab] })
    const request = { backend: 'lab', engine: 'verl', model: 'some/model', trainer: { kl: 0.2 } }
    expect(checkForm(there.form, edited, 'a key of its own')).toMatchObject({ ok: true, request })
    expect(there.differences).toEqual([])
    expect(cloneForm(run, onCluster, options).differences).toEqual([expect.stringContaining('lab is not there')])
  })
})
