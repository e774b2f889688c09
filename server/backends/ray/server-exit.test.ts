import { describe, expect, it } from 'vitest'
import { jobState } from './job-state'
import { nodeOf, type RayJob } from './ray-job'
import { serverExit } from './server-exit'

const ended = (message: string, code: number | null = 1, more: Partial<RayJob> = {}) =>
  jobState({ status: 'FAILED', message, driver_exit_code: code, ...more }, false, serverExit(21_056))

describe('the end of a job that serves a model', () => {
  it('says what the server said last, where beginning it again would end the same way', () =>
    expect(ended('ValueError: no such model')).toEqual({
      ...{ status: 'failed', reason: 'The server ended with status 1: ValueError: no such model' },
    }))

  it('is a loss where its port is taken, its memory ran out or its node is gone', () => {
    expect(ended('[Errno 98] error while attempting to bind on address')).toMatchObject({
      ...{ status: 'lost', reason: expect.stringContaining('Port 21056 of its node is taken by another program') },
    })
    expect(ended('OSError: Address already in use').status).toBe('lost')
    expect(ended('', 137)).toMatchObject({ status: 'lost', reason: expect.stringContaining('memory') })
    expect(ended('', null, { error_type: 'JOB_SUPERVISOR_ACTOR_DIED' }).status).toBe('lost')
  })
})

describe('the node of a job', () => {
  const job = { status: 'RUNNING' }
  it('is where the agent beside its command is, for a command that is no driver of Ray', () => {
    expect(nodeOf({ ...job, driver_info: null, driver_agent_http_address: 'http://10.0.0.7:52365' })).toBe('10.0.0.7')
    expect(nodeOf({ ...job, driver_agent_http_address: 'http://[fd00::7]:52365' })).toBe('[fd00::7]')
  })
  it('is the driver’s, where there is one', () => {
    const driver_info = { node_ip_address: '10.0.0.8' }
    expect(nodeOf({ ...job, driver_info, driver_agent_http_address: 'http://10.0.0.7:52365' })).toBe('10.0.0.8')
    expect(nodeOf({ ...job, driver_info: { node_ip_address: 'fd00::8' } })).toBe('[fd00::8]')
  })
  it('is not known before the job runs', () => expect(nodeOf({ ...job, driver_agent_http_address: null })).toBeNull())
})
