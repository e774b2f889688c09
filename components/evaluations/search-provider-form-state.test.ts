import { describe, expect, it } from 'vitest'
import {
  checkSearchProviderForm,
  emptySearchProviderForm,
  searchProviderFormOf,
  searchWords,
} from './search-provider-form-state'

const form = { ...emptySearchProviderForm, name: 'Lab' }

describe('a search provider', () => {
  it('is an engine, a recording, or both', () => {
    expect(checkSearchProviderForm(form)).toMatchObject({ ok: false, errors: { baseUrl: expect.any(String) } })
    expect(checkSearchProviderForm({ ...form, recording: 'may' })).toMatchObject({
      input: { settings: { baseUrl: null, recording: 'may', timeoutSeconds: 20 } },
    })
    expect(checkSearchProviderForm({ ...form, baseUrl: 'https://search.example/' })).toMatchObject({
      input: { settings: { baseUrl: 'https://search.example', recording: null } },
    })
  })

  it('says at each field what is wrong', () => {
    const wrong = { ...form, name: ' ', baseUrl: 'search.example', recording: 'May 1', timeoutSeconds: '' }
    const checked = checkSearchProviderForm(wrong)
    expect(checked.ok || Object.keys(checked.errors).sort()).toEqual([
      ...['baseUrl', 'name', 'recording', 'timeoutSeconds'],
    ])
  })

  it('is changed without its key, which stays as it is until it is forgotten', () => {
    const settings = { baseUrl: 'https://search.example', recording: 'may', timeoutSeconds: 5 }
    const start = searchProviderFormOf({ id: 2, name: 'Lab', settings, hasKey: true })
    expect(checkSearchProviderForm(start)).toEqual({ ok: true, input: { id: 2, name: 'Lab', settings } })
    expect(checkSearchProviderForm({ ...start, forgetKey: true })).toMatchObject({ input: { key: null } })
    expect(checkSearchProviderForm({ ...start, forgetKey: true, key: ' new ' })).toMatchObject({
      input: { key: 'new' },
    })
    expect(searchWords(settings)).toBe('https://search.example, recorded as may')
  })
})
