import { describe, expect, it } from 'vitest'
import { RequestGate } from './request-gate'

const never = new AbortController().signal
const settled = async (promise: Promise<unknown>): Promise<boolean> => {
  let is = false
  promise.then(
    () => {
      is = true
    },
    () => {
      is = true
    },
  )
  await new Promise((resolve) => setImmediate(resolve))
  return is
}

describe('the gate of an endpoint', () => {
  it('lets so many in at a time, and the next when one has left', async () => {
    const gate = new RequestGate({ concurrency: 1, requestsPerMinute: null })
    await gate.enter(never)
    const second = gate.enter(never)
    expect(await settled(second)).toBe(false)
    gate.leave()
    expect(await settled(second)).toBe(true)
  })

  it('does not lose the call for those who wait behind somebody who gave up', async () => {
    const gate = new RequestGate({ concurrency: 1, requestsPerMinute: null })
    await gate.enter(never)
    const leaving = new AbortController()
    const impatient = gate.enter(leaving.signal)
    const patient = gate.enter(never)
    leaving.abort(new Error('cancelled'))
    await expect(impatient).rejects.toThrow('cancelled')
    gate.leave()
    expect(await settled(patient)).toBe(true)
  })

  it('leaves its room to others when somebody gives up before it opens again', async () => {
    const gate = new RequestGate({ concurrency: 1, requestsPerMinute: null })
    gate.pause(30)
    const leaving = new AbortController()
    const paused = gate.enter(leaving.signal)
    leaving.abort()
    await expect(paused).rejects.toThrow()
    const began = performance.now()
    await gate.enter(never)
    expect(performance.now() - began).toBeGreaterThan(15)
  })
})
