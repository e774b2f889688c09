import type pg from 'pg'
import { AppError } from '@/server/app-error'
import { ModelJob, type ModelJobSink } from '@/server/backends/ray/model-job'
import { RayClient } from '@/server/backends/ray/ray-client'
import { readConfig } from '@/server/config'
import { requestedModel, servePlace } from '@/server/core/backends/serve-command'
import { endpointSettingsSchema } from '@/server/core/chat/endpoint-settings'
import type { ServedPolicy } from '@/server/core/chat/evaluation-snapshot'
import { insertJob, updateJob } from '@/server/db/backend-jobs'
import { findBackend } from '@/server/db/backends'
import { untilReachable } from '@/server/db/connection-loss'
import type { EvaluationClaim } from '@/server/db/evaluation-jobs'
import { lockRunForAttempt } from '@/server/db/run-lock'
import { type RunSummary, updateRunSummary } from '@/server/db/run-summary'
import { newestServing } from '@/server/db/serving-jobs'
import { inTransaction } from '@/server/db/transaction'
import { OpenEndpoint } from '@/server/endpoints/open-endpoint'
import { type OpenCluster, openCluster } from '@/server/services/backends/open-cluster'
import { announceRun } from '@/server/services/recording/announce-run'
import { endpointSeat } from './endpoint-seat'
import type { Seat } from './play-table'
import { serveKey } from './serve-key'

/** Plays at a time: `transformers serve` answers one request after the other. */
const concurrency = { vllm: 16, sglang: 16, transformers: 2 } as const
/** A long answer of a large model on few GPUs. */
const timeoutSeconds = 600

/** The jobs that serve an evaluation's model, one after the other, and who plays behind them. */
export class ServingSeats {
  private nth = 0

  private constructor(
    private readonly claim: EvaluationClaim,
    private readonly served: ServedPolicy,
    private readonly cluster: OpenCluster,
    private readonly pollMs: number,
  ) {}

  static async open(claim: EvaluationClaim, served: ServedPolicy, pollMs: number): Promise<ServingSeats> {
    const backend = await findBackend(served.backend)
    if (!backend) throw new AppError('NOT_FOUND', `The backend "${served.cluster}" is gone.`, 'backend')
    return new ServingSeats(claim, served, openCluster(backend), pollMs)
  }

  /** The job that another worker has left running, else a new one; written down before it is submitted. */
  async nextJob(): Promise<ModelJob> {
    const { claim, served, cluster } = this
    const newest = await newestServing(claim.runId)
    const isOpen = newest !== null && ['submitting', 'pending', 'running'].includes(newest.status)
    this.nth = isOpen ? newest.nth : (newest?.nth ?? 0) + 1
    const place = servePlace(claim.runId, this.nth)
    const { gpus } = served.model
    await inTransaction(async (sql) => {
      await lockRunForAttempt(sql, claim.runId, claim.epoch)
      await insertJob(sql, claim, { stage: 0, submissionId: place.id, gpus, cpus: 1 })
    })
    const plan = {
      ...{ served: served.model, place, run: claim.runId, key: serveKey(place.id) },
      startSeconds: cluster.settings.serverStartSeconds,
      isSubmitted: isOpen && newest.status !== 'submitting',
    }
    const options = { root: readConfig().root, pollMs: this.pollMs }
    return new ModelJob(new RayClient(cluster.connection), plan, servingSink(claim, place.id), options)
  }

  /** Who plays behind the server at this address: a chat model like that of any endpoint. */
  at(origin: string): Promise<Seat> {
    const { claim, served } = this
    const place = servePlace(claim.runId, this.nth)
    const settings = endpointSettingsSchema.parse({
      ...{ baseUrl: `${origin}/v1`, model: requestedModel(served.model, place), format: served.format },
      ...{ temperature: claim.snapshot.checkpoint?.temperature ?? 0, maxTokens: served.maxTokens },
      ...{ concurrency: concurrency[served.model.server], timeoutSeconds },
    })
    // stored endpoints have numbers above 0: its requests share a gate with nobody's
    const player = new OpenEndpoint({ id: -claim.runId, settings, key: serveKey(place.id) })
    return endpointSeat(claim.runId, player, claim.snapshot)
  }
}

/** Writes down how the job stands, once for each change; refused once another worker has the evaluation. */
function servingSink({ runId, epoch }: EvaluationClaim, submissionId: string): ModelJobSink {
  const told = { job: '', doing: '' }
  const write = (work: (sql: pg.PoolClient) => Promise<unknown>, summary: RunSummary) =>
    untilReachable(
      () =>
        inTransaction(async (sql) => {
          await lockRunForAttempt(sql, runId, epoch)
          await work(sql)
          return updateRunSummary(sql, runId, summary)
        }),
      () => true,
    ).then((change) => announceRun(runId, change))
  return {
    job: async (report) => {
      const key = `${report.status} ${report.reason}`
      if (key === told.job) return
      await write((sql) => updateJob(sql, { submissionId, ...report }), {})
      told.job = key
    },
    say: async (doing) => {
      if (doing === told.doing) return
      await write(async () => {}, { doing })
      told.doing = doing
    },
  }
}
