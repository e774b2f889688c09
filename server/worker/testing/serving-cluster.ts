import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { type Program, RayStandIn, type StandInJob } from '@/server/backends/ray/testing/ray-stand-in'
import { db, pool } from '@/server/db/client'
import { listSuites, loadSuite } from '@/server/db/suites'
import { type Solutions, taggedSolutionsOf } from '@/server/endpoints/testing/solutions'
import { type StartedServer, startServer } from '@/server/env-server/testing/start-server'
import {
  type LaunchCheckpointInput,
  launchCheckpointEvaluation,
} from '@/server/services/evaluations/launch-checkpoint-evaluation'
import { Worker } from '../worker'
import { launchOnCluster, storeTwoStages } from './launch-on-cluster'
import { endedRun } from './run-state'
import { servingProgram } from './served-model'
import { until } from './until'

type Meanwhile = Parameters<typeof servingProgram>[0]['meanwhile']

/**
 * A cluster that serves models, and a run that was trained on it: made before a file's tests, ended after them. Every
 * test begins with a model that solves its tasks and room on the cluster, and leaves no worker, job or run behind.
 */
export class ServingCluster {
  /** What workers complained of. */
  readonly reports: string[] = []
  private readonly folder = mkdtempSync(join(tmpdir(), 'envtune-served-'))
  private readonly workers: Worker[] = []
  private seeds = 100
  private made: { ray: RayStandIn; server: StartedServer; solutions: Solutions; trained: number } | undefined

  /**
   * @param firstRun the number of the first run: ports follow from runs' numbers, and files whose tests run at the same
   *   time serve on the same machine
   */
  constructor(private readonly firstRun: number) {
    beforeAll(() => this.begin(), 120_000)
    beforeEach(() => {
      this.ray.room = Promise.resolve()
      this.serve('solver')
    })
    afterEach(() => this.tidy())
    afterAll(() => this.end())
  }

  get ray(): RayStandIn {
    return this.whole.ray
  }

  get solutions(): Solutions {
    return this.whole.solutions
  }

  /** Number of the trained run. */
  get trained(): number {
    return this.whole.trained
  }

  startWorker(): Worker {
    const worker = new Worker({ concurrency: 1, pollMs: 50, report: (message) => this.reports.push(message) })
    this.workers.push(worker)
    worker.start()
    return worker
  }

  async stopWorkers(): Promise<void> {
    await Promise.all(this.workers.splice(0).map((worker) => worker.stop()))
  }

  serve(model: string, meanwhile?: Meanwhile): void {
    this.ray.program = servingProgram({ solutions: this.solutions, model, ...(meanwhile ? { meanwhile } : {}) })
  }

  /** One after the other; the last for all that follow. */
  serveInTurn(...programs: readonly Program[]): void {
    let place = 0
    this.ray.program = (job) => (programs[place++] ?? programs.at(-1) ?? this.ray.program)(job)
  }

  launch(more: Partial<LaunchCheckpointInput> = {}) {
    return launchCheckpointEvaluation({ run: this.trained, suites: ['small', 'small-ood'], ...more })
  }

  /** One evaluation alone, of the model as it was. */
  async launchOne(more: Partial<LaunchCheckpointInput> = {}): Promise<number> {
    this.seeds += 1
    return (await this.launch({ checkpoint: 'untrained', seed: this.seeds, ...more })).id
  }

  job(id: string): StandInJob {
    const job = this.ray.jobs.get(id)
    if (!job) throw new Error(`the cluster has no job ${id}`)
    return job
  }

  /** The first job of the evaluation, once it runs. */
  runningJob(id: number): Promise<StandInJob> {
    return until('the job', () => {
      const job = this.ray.jobs.get(`envtune-run-${id}-serve-1`)
      return job?.status === 'RUNNING' ? job : null
    })
  }

  private get whole() {
    if (!this.made) throw new Error('the cluster is there once the tests have begun')
    return this.made
  }

  private async begin(): Promise<void> {
    vi.stubEnv('ENVTUNE_DATA', this.folder)
    await pool().query(`alter sequence runs_id_seq restart with ${this.firstRun}`)
    const server = await startServer()
    await storeTwoStages()
    const ray = await RayStandIn.start('the-token-of-the-cluster')
    const trained = await launchOnCluster({ ray, server, script: {} })
    this.startWorker()
    expect(await endedRun(trained)).toMatchObject({ status: 'finished' })
    await this.stopWorkers()
    const small = (await listSuites()).filter(({ name }) => name.startsWith('small'))
    const suites = await Promise.all(small.map(({ hash }) => loadSuite(hash)))
    this.made = { ray, server, trained, solutions: Object.assign({}, ...suites.map(taggedSolutionsOf)) }
  }

  private async tidy(): Promise<void> {
    await this.stopWorkers()
    for (const job of this.ray.jobs.values()) job.stop()
    await db().run.updateMany({
      where: { status: { in: ['queued', 'running', 'stopping'] } },
      data: { status: 'stopped' },
    })
  }

  private async end(): Promise<void> {
    await this.made?.ray.end()
    await this.made?.server.stop()
    vi.unstubAllEnvs()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

export const jobsOf = (runId: number) => db().backendJob.findMany({ where: { runId }, orderBy: { id: 'asc' } })
