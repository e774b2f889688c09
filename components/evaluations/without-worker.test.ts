import { expect, it } from 'vitest'
import { withoutWorker } from './without-worker'

it('nobody carries out what has not ended while no worker is alive, whatever its status says', () => {
  for (const status of ['queued', 'running', 'stopping'] as const) {
    expect(withoutWorker({ status, hasWorker: false })).toContain('No worker is alive')
    expect(withoutWorker({ status, hasWorker: true })).toBeNull()
  }
  for (const status of ['finished', 'stopped', 'failed'] as const)
    expect(withoutWorker({ status, hasWorker: false })).toBeNull()
})
