import { describe, expect, it } from 'vitest'
import { AppError } from '@/server/app-error'
import { db } from '@/server/db/client'
import { listKeptCheckpoints } from '@/server/db/evaluation-checkpoints'
import { saveBackend } from '@/server/services/backends/save-backend'
import { cancelEvaluation } from '@/server/services/evaluations/cancel-evaluation'
import type { LaunchCheckpointInput } from '@/server/services/evaluations/launch-checkpoint-evaluation'
import { resumeEvaluation } from '@/server/services/evaluations/resume-evaluation'
import { endedRun } from './testing/run-state'
import { servedBy } from './testing/served-model'
import { jobsOf, ServingCluster } from './testing/serving-cluster'
import { until } from './testing/until'

const cluster = new ServingCluster(60)

/** An evaluation whose model is served and never answers, and the job that serves it, once it runs. */
async function hangingEvaluation() {
  cluster.serve('hanging')
  const id = await cluster.launchOne()
  cluster.startWorker()
  return { id, job: await cluster.runningJob(id) }
}

/** As when its worker falls silent: what that had begun is left as it is. */
async function takeAway(id: number, status: 'stopping' | 'stopped'): Promise<void> {
  await db().runAttempt.updateMany({ where: { runId: id }, data: { status: 'lost' } })
  await db().run.update({ where: { id }, data: { status, leaseOwner: null, leaseUntil: null } })
}

describe('a model that is served on a cluster for an evaluation', { timeout: 120_000 }, () => {
  it('stops the job when it is cancelled while it plays, and when its worker ends', async () => {
    const { id, job } = await hangingEvaluation()
    await until('a request', async () =>
      (await db().backendJob.count({ where: { runId: id, status: 'running' } })) ? true : null,
    )
    await cancelEvaluation(id)
    expect(await endedRun(id)).toMatchObject({ status: 'stopped' })
    expect(job.status).toBe('STOPPED')
    await resumeEvaluation(id)
    await until('the next job', async () =>
      cluster.ray.jobs.get(`envtune-run-${id}-serve-2`)?.status === 'RUNNING' ? true : null,
    )
    await cluster.stopWorkers()
    expect(cluster.job(`envtune-run-${id}-serve-2`).status).toBe('STOPPED')
    expect(await db().run.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'queued' })
  })

  it('stops what a worker has left behind when it was cancelled meanwhile', async () => {
    const { id, job } = await hangingEvaluation()
    await takeAway(id, 'stopping')
    expect(await endedRun(id)).toMatchObject({ status: 'stopped' })
    expect(job.status).toBe('STOPPED')
    expect(await jobsOf(id)).toHaveLength(1)
  })

  it('stops what serves for an evaluation that has ended', async () => {
    const { id, job } = await hangingEvaluation()
    await takeAway(id, 'stopped')
    await until('its end', async () => ((await jobsOf(id))[0]?.status === 'stopped' ? true : null))
    expect(job.status).toBe('STOPPED')
  })

  it('says which address this machine cannot reach, and what to open', async () => {
    const serving = cluster.ray.program
    cluster.ray.program = (job) => {
      job.node = '127.0.0.9'
      return serving(job)
    }
    const id = await cluster.launchOne()
    cluster.startWorker()
    const { port } = servedBy(await until('the job', () => cluster.ray.jobs.get(`envtune-run-${id}-serve-1`) ?? null))
    expect((await endedRun(id)).statusReason).toContain(
      `The server runs, but this machine cannot reach it at http://127.0.0.9:${port}`,
    )
    expect((await endedRun(id)).statusReason).toContain('Open ports 21000–21999')
    expect(cluster.job(`envtune-run-${id}-serve-1`).status).toBe('STOPPED')
  })

  it('does not wait for ever for a server that does not come up', async () => {
    const backend = await db().backend.findFirstOrThrow({ where: { kind: 'ray' } })
    const settings = { ...(backend.settings as Parameters<typeof saveBackend>[0]['settings']), serverStartSeconds: 1 }
    await saveBackend({ id: backend.id, name: backend.name, settings })
    cluster.ray.program = async (job) => {
      await job.stopAsked
      return 0
    }
    const id = await cluster.launchOne()
    cluster.startWorker()
    expect((await endedRun(id)).statusReason).toMatch(
      /The server did not answer at http:\/\/127\.0\.0\.1:\d+ within 1 s after its job began \(.*ECONNREFUSED/,
    )
    expect(await jobsOf(id)).toMatchObject([{ status: 'stopped' }])
  })

  it('is refused at the field when its checkpoint is gone or its cluster is', async () => {
    const refused = (more: Partial<LaunchCheckpointInput>) =>
      cluster.launch(more).then(
        () => null,
        (error: unknown) => (error instanceof AppError ? [error.code, error.field, error.message] : error),
      )
    const kept = await listKeptCheckpoints(cluster.trained)
    const oldest = kept.at(-1)
    await db().checkpoint.update({ where: { id: oldest?.id ?? 0 }, data: { removedAt: new Date() } })
    expect(await refused({ checkpoint: oldest?.id ?? 0 })).toEqual([
      ...['BAD_INPUT', 'checkpoint'],
      expect.stringMatching(/^The checkpoint at step \d+ was removed from the cluster to make room\. Kept: \d+ \(step/),
    ])
    await db().backend.updateMany({ where: { kind: 'ray' }, data: { archivedAt: new Date() } })
    expect(await refused({})).toEqual(['BAD_INPUT', 'run', expect.stringContaining('is archived: bring it back first')])
    await db().backend.updateMany({ where: { kind: 'ray' }, data: { archivedAt: null } })
  })

  it('is carried out without a complaint of the worker', () => expect(cluster.reports).toEqual([]))
})
