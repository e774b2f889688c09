import { describe, expect, it } from 'vitest'
import { runState } from './run-state'
import { serverClock } from './server-clock'

const asOf = new Date('2026-11-20T13:30:00Z')
const later = (seconds: number) => new Date(asOf.getTime() + seconds * 1000)
const heard = { status: 'running', statusReason: null, heartbeatAt: later(-2) } as const

describe('the server’s clock in a browser', () => {
  it('goes on from the answer', () => {
    expect(serverClock(later(5), { asOf, receivedAt: asOf.getTime() })).toEqual(later(5))
  })

  it.each([600, -600])(
    'is not the browser’s, which is %d seconds off: a run that lives does not look silent',
    (off) => {
      const now = serverClock(later(off + 5), { asOf, receivedAt: later(off).getTime() })
      expect(now).toEqual(later(5))
      expect(runState(heard, now).name).toBe('running')
    },
  )

  it('still lets a run fall silent that is heard no more', () => {
    const now = serverClock(later(600 + 60), { asOf, receivedAt: later(600).getTime() })
    expect(runState(heard, now)).toMatchObject({ name: 'silent', detail: 'running; last heard 1 min ago' })
  })
})
