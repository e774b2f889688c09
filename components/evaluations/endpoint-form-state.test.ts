import { describe, expect, it } from 'vitest'
import { checkEndpointForm, emptyEndpointForm, endpointFormOf } from './endpoint-form-state'

const filled = { ...emptyEndpointForm, name: ' lab ', baseUrl: 'http://localhost:8000/v1/', model: 'qwen' }

describe('the form of an endpoint', () => {
  it('begins with the usual settings and without prices', () => {
    const checked = checkEndpointForm(filled)
    expect(checked).toMatchObject({
      ok: true,
      input: {
        id: null,
        name: 'lab',
        settings: { baseUrl: 'http://localhost:8000/v1', temperature: 0, inputPrice: null },
      },
    })
    expect(checked.ok && 'key' in checked.input).toBe(false)
  })

  it('says at each field what is wrong', () => {
    const checked = checkEndpointForm({
      ...filled,
      name: '',
      baseUrl: 'localhost',
      concurrency: '',
      temperature: 'hot',
    })
    expect(checked.ok || Object.keys(checked.errors).sort()).toEqual(['baseUrl', 'concurrency', 'name', 'temperature'])
  })

  it('leaves a stored key as it is unless another is entered or it is to be forgotten', () => {
    const stored = { ...filled, hasKey: true }
    const key = (form: typeof filled) => {
      const checked = checkEndpointForm(form)
      return checked.ok && 'key' in checked.input ? checked.input.key : 'as it is'
    }
    expect([key(stored), key({ ...stored, key: ' new ' }), key({ ...stored, forgetKey: true })]).toEqual([
      'as it is',
      'new',
      null,
    ])
  })

  it('shows a stored endpoint as it was entered', () => {
    const checked = checkEndpointForm({ ...filled, requestsPerMinute: '60', maxTokens: '' })
    if (!checked.ok) throw new Error('the form is right')
    const stored = {
      ...{ id: 3, name: 'lab', settings: checked.input.settings, hasKey: true },
      ...{ archivedAt: null, createdAt: new Date(0), evaluations: 0 },
    }
    expect(endpointFormOf(stored)).toMatchObject({
      id: 3,
      requestsPerMinute: '60',
      maxTokens: '',
      temperature: '0',
      key: '',
    })
  })
})
