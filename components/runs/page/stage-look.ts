import { isLive } from '../is-live'
import type { RunStatusName } from '../run-state'

const words = {
  pending: 'waiting',
  unreached: 'not reached',
  running: 'running',
  begun: 'waiting to go on',
  passed: 'passed its gate',
  limit: 'ended at its limit',
  stopped: 'stopped',
  ended: 'ended here',
  stoppedHere: 'stopped here',
  failedHere: 'failed here',
} as const

export type StageLookName = keyof typeof words

export interface StageLook {
  readonly name: StageLookName
  readonly words: string
}

/**
 * How a stage stands: what is stored of it in the light of its run. A stage that has begun is stored as running until
 * its gate decides; it runs only while somebody carries the run out.
 */
export function stageLook(stored: string, run: RunStatusName): StageLook {
  const name = nameOf(stored, run)
  return { name, words: words[name] }
}

function nameOf(stored: string, run: RunStatusName): StageLookName {
  if (stored === 'passed' || stored === 'limit' || stored === 'stopped') return stored
  if (stored !== 'running') return isLive(run) ? 'pending' : 'unreached'
  if (run === 'queued') return 'begun'
  if (isLive(run)) return 'running'
  if (run === 'failed') return 'failedHere'
  return run === 'stopped' ? 'stoppedHere' : 'ended'
}
