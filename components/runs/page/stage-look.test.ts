import { describe, expect, it } from 'vitest'
import { stageLook } from './stage-look'

describe('how a stage stands', () => {
  it('is never running when nobody carries its run out', () => {
    expect(stageLook('running', 'running').words).toBe('running')
    expect(stageLook('running', 'evaluating').words).toBe('running')
    expect(stageLook('running', 'stopping').words).toBe('running')
    expect(stageLook('running', 'queued').words).toBe('waiting to go on')
    expect(stageLook('running', 'failed').words).toBe('failed here')
    expect(stageLook('running', 'stopped').words).toBe('stopped here')
    expect(stageLook('running', 'finished').words).toBe('ended here')
  })

  it('may still come only while its run goes on', () => {
    expect(stageLook('pending', 'queued').words).toBe('waiting')
    expect(stageLook('pending', 'failed').words).toBe('not reached')
  })

  it('keeps what its gate decided, whatever became of its run', () => {
    for (const run of ['running', 'failed', 'finished'] as const) {
      expect(stageLook('passed', run).words).toBe('passed its gate')
      expect(stageLook('limit', run).words).toBe('ended at its limit')
      expect(stageLook('stopped', run).words).toBe('stopped')
    }
  })
})
