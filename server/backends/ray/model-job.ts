import { setTimeout as sleep } from 'node:timers/promises'
import type { JobReport } from '@/server/backends/stage-job'
import { requestedModel, type ServedModel, type ServePlace, servePorts } from '@/server/core/backends/serve-command'
import { askServer } from './ask-server'
import { hasEnded, type JobState } from './job-state'
import { JobWatch } from './job-watch'
import { modelRequest } from './model-request'
import type { RayClient } from './ray-client'
import { isRayFailure, mayPass, RayFailure } from './ray-failure'
import { serverExit } from './server-exit'

export interface ModelJobPlan {
  readonly served: ServedModel
  readonly place: ServePlace & { readonly id: string }
  /** The run that the job works for. */
  readonly run: number
  readonly key: string
  /** From the start of the job to the first answer. */
  readonly startSeconds: number
  /** Another worker has submitted it. */
  readonly isSubmitted: boolean
}

export interface ModelJobSink {
  job(report: JobReport): Promise<void>
  /** What is being waited for, in words. */
  say(doing: string): Promise<void>
}

/** The job ended without serving, or cannot be talked to. */
export class ModelJobEnd extends Error {
  constructor(readonly state: JobState) {
    super(state.reason ?? 'The job of the server ended.')
    this.name = 'ModelJobEnd'
  }
}

/** Less than a worker that ends may take. */
const stopPatienceMs = 8000
/** So often a server that says it runs is asked in vain before its address counts as closed to us. */
const mostVainLooks = 15
/** What all three servers print once they listen. */
const listens = /Uvicorn running on|fired up and ready/

const refusal = (error: unknown): unknown =>
  error instanceof RayFailure ? new ModelJobEnd({ status: 'failed', reason: error.message }) : error

/** A job that serves a model: brought up, watched, stopped. */
export class ModelJob {
  private readonly watch: JobWatch
  private runsSince: number | null = null
  private vainLooks = 0

  constructor(
    private readonly client: RayClient,
    private readonly plan: ModelJobPlan,
    private readonly sink: ModelJobSink,
    private readonly options: { readonly root: string; readonly pollMs: number },
  ) {
    this.watch = new JobWatch(client, plan.place.id, sink, null, serverExit(plan.place.port))
  }

  /** Submits it unless that was done, and waits until it answers. Its address; throws `ModelJobEnd` or the signal's reason. */
  async up(signal: AbortSignal): Promise<string> {
    await this.submit(signal)
    for (;;) {
      signal.throwIfAborted()
      const state = await this.look()
      if (state && hasEnded(state)) throw new ModelJobEnd(state)
      const missing = state?.status === 'running' ? await this.missing(signal) : null
      if (state?.status === 'running' && missing === null) return this.origin
      await this.sink.say(this.standing(missing))
      await this.rest(signal)
    }
  }

  /** Settles with how it ended, when it does by itself. Throws the signal's reason. */
  async ended(signal: AbortSignal): Promise<JobState> {
    for (;;) {
      await this.rest(signal)
      const state = await this.look()
      if (state && hasEnded(state)) return state
    }
  }

  /** Null: the cluster does not say. */
  look(): Promise<JobState | null> {
    return this.watch.look()
  }

  /** Asks it to end, and waits for that for a while. */
  async stop(): Promise<void> {
    for (const end = Date.now() + stopPatienceMs; ; ) {
      if (this.watch.stopAskedAt === null) await this.watch.stop()
      const state = await this.look()
      if ((state && hasEnded(state)) || Date.now() > end) return
      await sleep(this.options.pollMs)
    }
  }

  private get origin(): string {
    return `http://${this.watch.node ?? 'unknown'}:${this.plan.place.port}`
  }

  private rest(signal: AbortSignal): Promise<void> {
    return sleep(this.options.pollMs, undefined, { signal })
  }

  private async submit(signal: AbortSignal): Promise<void> {
    if (this.plan.isSubmitted) return
    for (;;) {
      signal.throwIfAborted()
      try {
        await this.client.submit(await modelRequest(this.client, this.plan, this.options.root))
        break
      } catch (error) {
        // the answer to an earlier try was lost, or another worker's was: the job is ours all the same
        if (isRayFailure(error, 'exists')) break
        if (!isRayFailure(error, 'unreachable')) throw refusal(error)
        await this.sink.say(`Waiting for the cluster: ${error.message}`)
        await this.rest(signal)
      }
    }
    await this.sink.job({ status: 'pending', reason: null, startedAt: null, endedAt: null })
  }

  /** Why it does not answer yet; null: it does. Throws `ModelJobEnd` when it has had its time. */
  private async missing(signal: AbortSignal): Promise<string | null> {
    const { served, place, key, startSeconds } = this.plan
    this.runsSince ??= Date.now()
    if (this.watch.node === null) return 'the cluster does not say yet on which node it runs'
    const asked = { server: served.server, model: requestedModel(served, place), key }
    const reason = await askServer(this.origin, asked, signal)
    const says = listens.test(await this.output())
    // what answers before it says that it listens is another program on its port
    if (reason === null && (served.server !== 'transformers' || says)) return null
    if (says) this.vainLooks += 1
    if (this.vainLooks >= mostVainLooks) throw this.closed(reason ?? 'no answer')
    if (Date.now() < this.runsSince + startSeconds * 1000) return reason ?? 'it does not listen yet'
    throw new ModelJobEnd({
      status: 'failed',
      reason: `The server did not answer at ${this.origin} within ${startSeconds} s after its job began (${reason ?? 'another program answers there'}). Its job’s output says more; the backend’s time for it to start can be raised.`,
    })
  }

  private closed(reason: string): ModelJobEnd {
    const { first, last } = servePorts
    return new ModelJobEnd({
      status: 'failed',
      reason: `The server runs, but this machine cannot reach it at ${this.origin} (${reason}). Open ports ${first}–${last} of the cluster’s nodes for this machine.`,
    })
  }

  private async output(): Promise<string> {
    try {
      return await this.client.logs(this.plan.place.id)
    } catch (error) {
      if (mayPass(error) || isRayFailure(error, 'missing')) return ''
      throw error
    }
  }

  private standing(missing: string | null): string {
    const { away, state, node } = this.watch
    if (away) return `No word from the cluster; the server’s job may go on. ${away.reason}`
    if (state.status === 'pending') return `Waiting in the cluster for the server’s job. ${state.reason ?? ''}`.trim()
    if (missing === null) return 'The server’s job begins'
    return node === null ? 'The server starts' : `The server starts at ${this.origin} (${missing})`
  }
}
