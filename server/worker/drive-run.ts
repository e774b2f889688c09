import { AppError } from '@/server/app-error'
import {
  type Submission,
  submissionId,
  type TrainerEnd,
  type TrainerHandle,
  type TrainerSink,
} from '@/server/backends/backend'
import type { StageAssignment, StageSink } from '@/server/backends/stage-job'
import { endAttempt } from '@/server/db/attempt-end'
import type { BackendKind, Claim } from '@/server/db/claims'
import { pool } from '@/server/db/client'
import { untilReachable } from '@/server/db/connection-loss'
import { releaseLease, renewLease } from '@/server/db/leases'
import { writeLog } from '@/server/db/log-writes'
import { runDay } from '@/server/db/run-day'
import { runProgress } from '@/server/db/run-progress'
import { loadSuite } from '@/server/db/suites'
import { announceNow } from '@/server/services/recording/announce-run'
import { recordBatch } from '@/server/services/recording/record-batch'
import { decideGate } from '@/server/services/runs/decide-gate'
import { attemptOutcome, type EndedTrainer, evaluationOutcome } from './attempt-outcome'
import type { OpenBackend } from './open-backend'

const renewEveryMs = 1000

/** Carries out one attempt of a run, from its launch on the backend to its end in the database. */
export class RunDriver {
  private stopRequested = false
  private shuttingDown = false
  /** Somebody else has taken the run over: nothing that we do counts any more. */
  private fenced = false
  private renewing = false
  private handle: TrainerHandle | undefined
  private stopPatienceMs = 0

  constructor(
    private readonly claim: Claim,
    private readonly worker: string,
    /** Opens the run's backend; a cluster's address and token are read when an attempt begins. */
    private readonly open: (claim: Claim) => Promise<OpenBackend>,
  ) {}

  get runId(): number {
    return this.claim.runId
  }

  get kind(): BackendKind {
    return this.claim.snapshot.backend
  }

  /** Lets go of the trainer, or ends it where it cannot do without us; the run waits for another worker. */
  shutDown(): void {
    this.shuttingDown = true
    this.handle?.leave()
  }

  async drive(): Promise<void> {
    const end = await this.runTrainer().catch((error: unknown) => this.endOf(error))
    if (this.fenced) return
    // a lease that cannot be given back runs out
    if (end.kind === 'left') return releaseLease(this.runId, this.worker).catch(() => {})
    await untilReachable(
      () => this.settle(end),
      () => !this.shuttingDown,
    ).catch((error: unknown) => {
      if (!isConflict(error)) throw error
    })
  }

  private async runTrainer(): Promise<TrainerEnd> {
    // the lease is ours from the claim on, however long opening the backend takes
    const lease = setInterval(() => void this.renew(), renewEveryMs)
    try {
      const { backend, submission, stage } = await untilReachable(
        () => this.prepare(),
        () => this.isWanted(),
      )
      this.stopPatienceMs = backend.stopPatienceMs
      this.handle = backend.launch(submission, this.sink(stage))
      if (this.shuttingDown || this.fenced) this.handle.leave()
      if (this.stopRequested) this.stopSoon()
      return await this.handle.ended
    } finally {
      clearInterval(lease)
    }
  }

  /** Opens the backend and puts together what it is given. */
  private async prepare() {
    const opened = await this.open(this.claim)
    const submission = await this.submission(opened.assignment)
    const isNew = opened.assignment?.known == null
    if (isNew) await writeLog(pool(), this.claim, [this.firstLine()]).catch(() => {})
    return { backend: opened.backend, submission, stage: opened.stageSink(submission, this.patiently) }
  }

  private readonly patiently = <T>(work: () => Promise<T>): Promise<T> => untilReachable(work, () => this.isWanted())

  private firstLine(): string {
    const { epoch, checkpoint } = this.claim
    const from = checkpoint ? `goes on from the checkpoint at step ${checkpoint.step}` : 'starts from the beginning'
    return `Attempt ${epoch} ${from}, on ${this.worker.split(':')[0]}.`
  }

  private async submission(assignment: StageAssignment | null): Promise<Submission> {
    const { runId, epoch, snapshot, checkpoint } = this.claim
    return {
      id: submissionId(runId, epoch),
      run: runId,
      epoch,
      snapshot,
      suite: await loadSuite(snapshot.suite.hash),
      outOfDistribution: await Promise.all(snapshot.outOfDistribution.map(({ hash }) => loadSuite(hash))),
      context: { today: await runDay(runId) },
      checkpoint: checkpoint?.data ?? null,
      assignment,
    }
  }

  private sink(stage: StageSink | null): TrainerSink {
    const { runId, attemptId, epoch } = this.claim
    const { patiently } = this
    return {
      stage,
      record: async (batch) => {
        await patiently(() => recordBatch(batch))
      },
      judge: async (event, isLast) => {
        const { verdict, stopRequested } = await patiently(() => decideGate(runId, epoch, event, isLast))
        if (stopRequested) this.requestStop()
        // A stage that is over ends first: its verdict must not be lost with the stop.
        const goesOn = verdict.verdict === 'wait' || verdict.verdict === 'stalled'
        return stopRequested && goesOn ? { type: 'stop' } : { type: 'verdict', verdict }
      },
      log: (lines) => writeLog(pool(), { runId, attemptId }, lines),
    }
  }

  private isWanted(): boolean {
    return !this.fenced && !this.shuttingDown
  }

  private async renew(): Promise<void> {
    if (this.renewing) return
    this.renewing = true
    try {
      const status = await renewLease(this.claim.runId, this.worker, this.claim.epoch)
      if (status === null) this.giveUp()
      else if (status === 'stopping') this.requestStop()
    } catch {
      // Without the database nothing is lost: the trainer waits for its acknowledgements, and should the lease run
      // out meanwhile, ingest refuses us.
    } finally {
      this.renewing = false
    }
  }

  private giveUp(): void {
    this.fenced = true
    this.handle?.leave()
  }

  private requestStop(): void {
    if (this.stopRequested) return
    this.stopRequested = true
    this.stopSoon()
  }

  private stopSoon(): void {
    const { handle } = this
    if (!handle) return
    handle.stop()
    setTimeout(() => handle.kill(), this.stopPatienceMs).unref()
  }

  /** Recording did not work: an error of ours, or the run is no longer ours. */
  private endOf(error: unknown): TrainerEnd {
    if (isConflict(error)) this.fenced = true
    const reason = error instanceof Error ? error.message : String(error)
    if (this.shuttingDown) return this.kind === 'local' ? { kind: 'lost', reason } : { kind: 'left' }
    return { kind: 'failed', reason }
  }

  private async outcomeOf(end: EndedTrainer, ended: { stopRequested: boolean; shuttingDown: boolean }) {
    const { runId, evaluates, snapshot } = this.claim
    if (evaluates !== null) return evaluationOutcome(end, evaluates, ended)
    if (end.kind === 'evaluated') throw new Error('an attempt that trains has evaluated')
    const evaluatesAtEnd = snapshot.backend === 'ray' && snapshot.settings.evaluate !== 'never'
    return attemptOutcome(end, await runProgress(runId), { ...ended, evaluatesAtEnd })
  }

  private async settle(end: EndedTrainer): Promise<void> {
    const { runId, epoch, attemptId } = this.claim
    const { stopRequested, shuttingDown } = this
    const outcome = await this.outcomeOf(end, { stopRequested, shuttingDown })
    const said = 'reason' in end ? end.reason.split('\n') : []
    await writeLog(pool(), { runId, attemptId }, [...said, `The run is ${outcome.run}. ${outcome.reason ?? ''}`.trim()])
    const change = await endAttempt({ runId, epoch, worker: this.worker }, outcome)
    await announceNow(runId, change)
  }
}

const isConflict = (error: unknown): boolean => error instanceof AppError && error.code === 'CONFLICT'
