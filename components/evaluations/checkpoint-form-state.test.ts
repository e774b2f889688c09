import { describe, expect, it } from 'vitest'
import { checkCheckpointForm, firstCheckpointForm } from './checkpoint-form-state'

const suite = (name: string) => ({
  ...{ name, title: name, kind: 'in-distribution' as const, tests: 4, needsSimulator: false, needsSearch: false },
})
const kept = (id: number, step: number) => ({ id, stage: 0, step, bytes: 10, createdAt: new Date(0), location: null })
const options = {
  ...{ run: { id: 3, name: 'run' }, served: null, endpoints: [], searchProviders: [] },
  checkpoints: [kept(12, 8), kept(11, 4)],
  suites: [suite('starter'), suite('own')],
}
const first = firstCheckpointForm(options, null)

describe('the form of a checkpoint’s evaluation', () => {
  it('begins with the latest checkpoint, or the one of the address', () => {
    expect(first).toMatchObject({ checkpoint: '12', suites: ['starter'], drawn: false })
    expect(firstCheckpointForm(options, '11').checkpoint).toBe('11')
    expect(firstCheckpointForm(options, 'untrained').checkpoint).toBe('untrained')
    expect(firstCheckpointForm({ ...options, checkpoints: [] }, '11').checkpoint).toBe('untrained')
  })
  it('asks for one greedy play of each task, whatever stands in fields that are not shown', () => {
    expect(checkCheckpointForm(options, { ...first, repeats: 'x', seed: '5' })).toEqual({
      ok: true,
      input: {
        run: 3,
        checkpoint: 12,
        suites: ['starter'],
        simulator: null,
        search: null,
        temperature: 0,
        repeats: 1,
        seed: 0,
        name: '',
      },
    })
  })
  it('asks for repeats of what is drawn', () => {
    const drawn = { ...first, checkpoint: 'untrained', drawn: true, temperature: '0.7', repeats: '4', name: ' mine ' }
    expect(checkCheckpointForm(options, drawn)).toMatchObject({
      input: { checkpoint: 'untrained', temperature: 0.7, repeats: 4, name: 'mine' },
    })
  })
  it('asks who plays the user and what answers web search where a suite of a served model needs them', () => {
    const needing = { ...suite('needing'), needsSimulator: true, needsSearch: true }
    const form = { ...first, suites: ['needing'] }
    const checked = checkCheckpointForm({ ...options, suites: [needing] }, form)
    expect(checked.ok ? [] : Object.keys(checked.errors)).toEqual(['simulator', 'search'])
    expect(checkCheckpointForm({ ...options, suites: [needing] }, { ...form, simulator: 4, search: 5 })).toMatchObject({
      input: { simulator: 4, search: 5 },
    })
  })
  it('says at each field what would be right', () => {
    const wrong = { ...first, suites: [], drawn: true, temperature: '0', repeats: '21', seed: '-1' }
    const checked = checkCheckpointForm(options, wrong)
    expect(checked.ok ? [] : Object.keys(checked.errors)).toEqual(['suites', 'temperature', 'repeats', 'seed'])
  })
})
