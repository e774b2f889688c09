import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jobState } from './job-state'
import { LogFollower } from './log-follower'
import { lookAtCluster } from './look'
import { packageOf } from './package'
import { RayClient } from './ray-client'
import type { JobRequest } from './ray-job'
import { RayHead, rayPython } from './testing/ray-head'

const program = (text: string) => packageOf([{ path: 'job.py', data: Buffer.from(text) }])

const counting = program(`
import sys, time
for number in range(400):
    print("line", number, flush=True)
    if number % 20 == 0:
        time.sleep(0.1)
sys.stdout.write("an end without a line feed")
`)

const stubborn = program(`
import signal, sys, time
def end(*_):
    print("asked", flush=True)
    time.sleep(4)
    print("saved", flush=True)
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
print("ready", flush=True)
time.sleep(600)
`)

const request = (submissionId: string, workingDirectory: string, changes: Partial<JobRequest> = {}): JobRequest => ({
  ...{ submissionId, workingDirectory, entrypoint: 'python job.py', variables: {}, metadata: { envtune_run: '7' } },
  ...{ cpus: 0, gpus: 0 },
  ...changes,
})

describe('a real Ray head with token authentication', { timeout: 600_000 }, () => {
  let head: RayHead
  let client: RayClient

  beforeAll(async () => {
    head = await RayHead.start(rayPython())
    client = new RayClient(head.connection)
  }, 600_000)
  afterAll(() => head.end(), 60_000)

  const until = async <T>(ask: () => Promise<T | null | undefined | false>): Promise<T> => {
    for (;;) {
      const answer = await ask()
      if (answer) return answer
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  const endOf = (id: string) =>
    until(async () => {
      const job = await client.job(id)
      return job.end_time ? job : null
    })

  it('says its version', async () => {
    expect(await client.version()).toMatchObject({ version: '4', ray_version: '2.58.0' })
  })

  it('asks for a token, and does not accept another', async () => {
    const { address } = head.connection
    await expect(new RayClient({ address, token: null }).jobs()).rejects.toMatchObject({ kind: 'unauthorized' })
    await expect(new RayClient({ address, token: 'wrong' }).jobs()).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('keeps a package under the hash of its bytes', async () => {
    const address = await client.upload(counting)
    expect(address).toBe(`gcs://${counting.name}`)
    expect(await client.upload(counting)).toBe(address)
  })

  it('refuses a package that is too large before anything is sent', async () => {
    const large = { name: '_ray_pkg_large.zip', data: Buffer.alloc(101 * 2 ** 20) }
    await expect(client.upload(large)).rejects.toMatchObject({ kind: 'too-large', code: 'BAD_INPUT' })
  })

  it('runs a job whose output arrives once, whole and in order, although the tail breaks again and again', async () => {
    await client.submit(request('counting', await client.upload(counting)))
    const lines: string[] = []
    let offset = 0
    let broken = 0
    const follow = () =>
      new LogFollower({
        ...{ connection: head.connection, job: 'counting', offset, retryMs: 10 },
        store: async (taken) => {
          lines.push(...taken.lines)
          offset = taken.offset
        },
      })
    let follower = follow()
    while (!(await client.job('counting')).end_time) {
      await new Promise((resolve) => setTimeout(resolve, 700))
      await follower.finish(null)
      broken += 1
      follower = follow()
    }
    await follower.finish(await client.logs('counting'))
    expect(broken).toBeGreaterThan(1)
    const own = lines.filter((line) => line.startsWith('line ') || line.startsWith('an end'))
    expect(own).toEqual([...Array.from({ length: 400 }, (_, number) => `line ${number}`), 'an end without a line feed'])
    expect(jobState(await endOf('counting'), false)).toEqual({ status: 'succeeded', reason: null })
  })

  it('refuses an id a second time, also after its job has ended', async () => {
    const again = client.submit(request('counting', await client.upload(counting)))
    await expect(again).rejects.toMatchObject({ kind: 'exists', code: 'CONFLICT' })
  })

  it('gives a job that is asked to stop the time for its checkpoint', async () => {
    const variables = { RAY_JOB_STOP_WAIT_TIME_S: '60' }
    await client.submit(request('stubborn', await client.upload(stubborn), { variables }))
    await until(async () => (await client.logs('stubborn')).includes('ready'))
    await client.stop('stubborn')
    expect(jobState(await endOf('stubborn'), true)).toEqual({ status: 'stopped', reason: null })
    expect((await client.logs('stubborn')).split('\n').slice(-3)).toEqual(['asked', 'saved', ''])
    await client.remove('stubborn')
    await expect(client.job('stubborn')).rejects.toMatchObject({ kind: 'missing' })
  })

  it('says why a job failed', async () => {
    const failing = program('import sys\nprint("no such model")\nsys.exit(2)\n')
    await client.submit(request('failing', await client.upload(failing)))
    const state = jobState(await endOf('failing'), false)
    expect(state).toMatchObject({ status: 'failed', reason: expect.stringContaining('no such model') })
  })

  it('lets a job wait for what it does not have, and shows it', async () => {
    await client.submit(request('waiting', await client.upload(counting), { gpus: 1 }))
    await until(async () => (await client.job('waiting')).message?.includes('waiting for resources'))
    expect(jobState(await client.job('waiting'), false).status).toBe('pending')
    const health = await lookAtCluster(client)
    expect(health).toMatchObject({ ok: true, problem: null, rayVersion: '2.58.0', cpus: { total: 2 } })
    expect(health.nodes).toMatchObject([{ head: true, alive: true, cpus: 2 }])
    expect(health.jobs).toMatchObject([{ id: 'waiting', status: 'PENDING', run: 7 }])
    await client.stop('waiting')
  })

  it('cannot be reached once it is killed, and has forgotten its jobs when it is started anew', async () => {
    const { session_name } = await client.version()
    await head.kill()
    await expect(client.jobs()).rejects.toMatchObject({ kind: 'unreachable', code: 'UNAVAILABLE' })
    expect(await lookAtCluster(client)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('cannot be reached'),
    })
    await head.up()
    await expect(client.job('counting')).rejects.toMatchObject({ kind: 'missing' })
    expect((await client.version()).session_name).not.toBe(session_name)
  })
})
