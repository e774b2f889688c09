import { describe, expect, it } from 'vitest'
import { checkNewEvaluation, estimateQuestion, firstEvaluation } from './new-evaluation-state'

const suite = (name: string, needsSimulator = false, needsSearch = false) => ({
  ...{ name, title: name, kind: 'in-distribution' as const, tests: 4, needsSimulator, needsSearch },
})
const suites = [suite('starter'), suite('starter-ood'), suite('talk', true), suite('web', false, true)]
const options = { endpoints: [], searchProviders: [], runs: [], suites }
const form = { ...firstEvaluation(options, { endpoint: null, suites: [] }), endpoint: 3 }

describe('a new evaluation', () => {
  it('begins with the suites that come along, or with those of the address', () => {
    expect(form).toMatchObject({ suites: ['starter', 'starter-ood'], repeats: '1' })
    expect(firstEvaluation(options, { endpoint: null, suites: ['talk', 'unknown'] }).suites).toEqual(['talk'])
  })

  it('is sent as numbers and names', () => {
    const asked = { repeats: 1, seed: 0, name: '' }
    const input = { endpoint: 3, suites: ['starter', 'starter-ood'], simulator: null, search: null, ...asked }
    expect(checkNewEvaluation(form, options)).toEqual({ ok: true, input })
  })

  it('says at each field what is missing', () => {
    const checked = checkNewEvaluation({ ...form, endpoint: null, suites: [], repeats: '21', seed: '-1' }, options)
    expect(checked.ok || Object.keys(checked.errors).sort()).toEqual(['endpoint', 'repeats', 'seed', 'suites'])
  })

  it('asks what it would take only when suites and repeats can be asked about', () => {
    expect(estimateQuestion(form)).toEqual({ endpoint: 3, suites: ['starter', 'starter-ood'], repeats: 1 })
    for (const repeats of ['', '0', '21', '1.5', 'x']) expect(estimateQuestion({ ...form, repeats })).toBeNull()
    expect(estimateQuestion({ ...form, suites: [] })).toBeNull()
  })

  it('asks who plays the user only where a chosen suite needs somebody', () => {
    const talking = { ...form, suites: ['talk'] }
    expect(checkNewEvaluation(talking, options)).toMatchObject({ ok: false, errors: { simulator: expect.any(String) } })
    expect(checkNewEvaluation({ ...talking, simulator: 3 }, options)).toMatchObject({ input: { simulator: 3 } })
    expect(checkNewEvaluation({ ...form, simulator: 3 }, options)).toMatchObject({ input: { simulator: null } })
  })

  it('asks what answers web search only where a chosen suite needs it, and takes the first there is', () => {
    const searching = { ...form, suites: ['web'] }
    expect(checkNewEvaluation(searching, options)).toMatchObject({ ok: false, errors: { search: expect.any(String) } })
    expect(checkNewEvaluation({ ...searching, search: 2 }, options)).toMatchObject({ input: { search: 2 } })
    expect(checkNewEvaluation({ ...form, search: 2 }, options)).toMatchObject({ input: { search: null } })
    const settings = { baseUrl: null, recording: 'may', timeoutSeconds: 20 }
    const stored = { ...options, searchProviders: [{ id: 7, name: 'May', settings, hasKey: false }] }
    expect(firstEvaluation(stored, { endpoint: null, suites: [] }).search).toBe(7)
  })
})
