import { describe, expect, it } from 'vitest'
import { checkBackendForm, emptyForm, isLoopback } from './backend-form-state'

const form = {
  ...emptyForm('10.0.0.5', { environmentPort: 3001, trackingPort: 3000 }),
  name: 'lab',
  address: 'http://head:8265/',
  checkpointFolder: '/shared/envtune/',
}
const errorsOf = (change: Partial<typeof form>) => {
  const checked = checkBackendForm({ ...form, ...change })
  return checked.ok ? {} : checked.errors
}

describe('the form of a cluster', () => {
  it('becomes addresses without a slash at their end, and says nothing of a token that stays', () => {
    expect(checkBackendForm(form)).toEqual({
      ok: true,
      input: {
        id: null,
        name: 'lab',
        settings: {
          address: 'http://head:8265',
          environmentUrl: 'ws://10.0.0.5:3001',
          trackingUrl: 'http://10.0.0.5:3000',
          checkpointFolder: '/shared/envtune',
          python: 'python',
          stopGraceSeconds: 600,
          server: 'vllm',
          serverStartSeconds: 1800,
        },
      },
    })
  })
  it('sends a token that was typed, and forgets one when asked', () => {
    expect(checkBackendForm({ ...form, token: ' t0k ' })).toMatchObject({ input: { token: 't0k' } })
    expect(checkBackendForm({ ...form, forgetToken: true })).toMatchObject({ input: { token: null } })
  })
  it('says at each field what is wrong', () => {
    expect(errorsOf({ name: '', address: 'head:8265', checkpointFolder: 'here', stopGraceSeconds: '' })).toMatchObject({
      name: 'give it a name',
      address: expect.stringContaining('http://'),
      checkpointFolder: 'an absolute path on the cluster',
      stopGraceSeconds: expect.any(String),
    })
    expect(errorsOf({ serverStartSeconds: '0' })).toHaveProperty('serverStartSeconds')
    expect(errorsOf({ trackingUrl: 'http://user:secret@host' })).toHaveProperty('trackingUrl')
  })
  it('knows addresses that only this machine understands', () => {
    expect(isLoopback('ws://127.0.0.1:3001')).toBe(true)
    expect(isLoopback('http://10.0.0.5:3000')).toBe(false)
  })
})
