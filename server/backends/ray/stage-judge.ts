import type { TrainerEnd, ValidationEvent } from '@/server/backends/backend'
import type { StageOver } from '@/server/backends/stage-job'
import type { RaySink, RaySubmission } from './ray-submission'

/** So long a stage that is over waits for the checkpoint of its verdict; then the job is stopped, which writes one. */
const checkpointPatienceMs = 600_000

/** Has the gate judge a stage's validations as they arrive, and ends the stage by its verdict. */
export class StageJudge {
  /** By which verdict the stage is over; null: it goes on. */
  over: StageOver | null
  private overSince = Date.now()

  constructor(
    private readonly job: RaySubmission,
    private readonly sink: RaySink,
    /** Called when a person has asked the run to stop. */
    private readonly stop: () => void,
  ) {
    this.over = job.assignment.known?.over ?? null
  }

  /** @param isOver nothing more will come: what is there is everything */
  async judgeArrived(isOver: boolean): Promise<void> {
    for (const event of await this.sink.stage.validations(isOver)) {
      if (this.over) return
      await this.judgeOne(event, false)
    }
  }

  /** The trainer came to the end of its steps by itself: its last validation is the last word. */
  async judgeLast(): Promise<void> {
    const last = this.over ? null : await this.sink.stage.lastValidation()
    if (last) await this.judgeOne(last, true)
  }

  /** A stage that is over may end once the checkpoint of its verdict is there. */
  async mayEnd(): Promise<boolean> {
    if (!this.over) return false
    if (!this.advances(this.over)) return true
    const saved = await this.sink.stage.checkpointFrom(this.over.step)
    return saved !== null || Date.now() > this.overSince + checkpointPatienceMs
  }

  /** Writes the stage's end down; steps after the checkpoint that the next stage starts from are superseded. */
  async end(over: StageOver): Promise<TrainerEnd> {
    const { assignment, snapshot, run, epoch } = this.job
    const isLastStage = assignment.stage === snapshot.curriculum.stages.length - 1
    const saved = this.advances(over) ? await this.sink.stage.checkpointFrom(over.step) : null
    if (this.advances(over) && saved === null && !isLastStage) {
      const reason = `The stage was over at step ${over.step} (${over.verdict.verdict}), but no checkpoint of it is there.`
      return { kind: 'lost', reason }
    }
    const step = saved?.step ?? over.step
    await this.sink.record({
      ...{ run, epoch, source: `ray-${epoch}`, sequence: 2, at: Date.now() },
      events: [{ type: 'stage-ended', stage: assignment.stage, step, verdict: over.verdict }],
    })
    if (!this.advances(over)) return { kind: 'done' }
    await this.sink.stage.cutAfter(step)
    return { kind: 'stage-over', isLastStage }
  }

  private async judgeOne(event: ValidationEvent, isLast: boolean): Promise<void> {
    const reply = await this.sink.judge(event, isLast)
    if (reply.type === 'stop') return this.stop()
    const { verdict } = reply
    if (verdict.verdict === 'wait' || verdict.verdict === 'stalled') return
    this.over = { step: event.step, verdict }
    this.overSince = Date.now()
  }

  /** Whether the stage's end lets the next one start. */
  private advances({ verdict }: StageOver): boolean {
    const stage = this.job.snapshot.curriculum.stages[this.job.assignment.stage]
    return verdict.verdict === 'pass' || (verdict.verdict === 'limit' && stage?.gate.advanceAtLimit === true)
  }
}
