import { describe, expect, it } from 'vitest'
import { starterCurriculum } from '@/server/core/curriculum/default-curriculum'
import { checkForm, defaultSettings, type LaunchFormState, settingsAsText } from './form-state'
import { defaultTrainer, trainerAsText } from './trainer-text'

const form: LaunchFormState = {
  name: '',
  suite: 'starter',
  curriculum: 'starter',
  augmentation: 'built-in',
  reward: 'stage',
  seeds: '0-1',
  backend: 'local',
  model: '',
  engine: 'trl',
  trainer: trainerAsText(defaultTrainer),
  settings: settingsAsText(defaultSettings),
  stages: {},
  curriculumVersion: 1,
  outOfDistribution: null,
  parent: null,
}
const check = (change: Partial<LaunchFormState>) =>
  checkForm({ ...form, ...change }, starterCurriculum, 'key-of-a-launch')
const errors = (change: Partial<LaunchFormState>) => {
  const checked = check(change)
  return checked.ok ? {} : checked.errors
}

describe('the launch form', () => {
  it('becomes a request with its settings as numbers', () => {
    const checked = check({})
    expect(checked.ok && checked.request).toMatchObject({
      seeds: [0, 1],
      settings: defaultSettings,
      stages: {},
      augmentation: 'built-in',
    })
  })
  it('sends no augmentation set when hints are off', () => {
    const checked = check({ augmentation: '' })
    expect(checked.ok && checked.request.augmentation).toBeNull()
  })
  it('says at each field what is wrong, all at once', () => {
    const settings = { ...form.settings, learningRate: 'fast', temperature: '-1' }
    expect(
      Object.keys(
        errors({ suite: '', seeds: 'x', settings, stages: { syntax: { gate: { maxSteps: '1.5' } } } }),
      ).sort(),
    ).toEqual(['seeds', 'settings.learningRate', 'settings.temperature', 'stages.syntax.gate.maxSteps', 'suite'])
  })
  it('moves the minimum of a shortened stage with its maximum', () => {
    const checked = check({ stages: { hints: { gate: { maxSteps: '2' } } } })
    expect(checked.ok && checked.request.stages).toEqual({
      hints: { gate: { maxSteps: 2, minSteps: 2, validateEvery: 2 } },
    })
  })

  it('asks nothing of a cluster when it is for this machine', () => {
    const checked = check({ model: 'some/model', trainer: { ...form.trainer, learningRate: 'fast' } })
    expect(checked.ok && Object.keys(checked.request)).not.toContain('model')
    expect(checked.ok && Object.keys(checked.request)).not.toContain('backend')
  })
  it('sends model, engine and trainer to a cluster, and no settings of the built-in policy', () => {
    const checked = check({ backend: 'lab', model: ' some/model ', engine: 'verl' })
    expect(checked).toMatchObject({
      ok: true,
      request: { backend: 'lab', model: 'some/model', engine: 'verl', trainer: { ...defaultTrainer } },
    })
    expect(checked.ok && checked.request.settings).toBeUndefined()
  })
  it('says at each field of a cluster what is wrong', () => {
    const trainer = { ...form.trainer, learningRate: '', kl: '-1', overrides: 'a.b=1\nnot an override' }
    expect(Object.keys(errors({ backend: 'lab', trainer })).sort()).toEqual([
      'model',
      'trainer.kl',
      'trainer.learningRate',
      'trainer.overrides',
    ])
  })
})
