import type { GateVerdict, Stage } from '@/server/core/curriculum/curriculum'
import type { EpisodeRecord } from '@/server/core/episodes/record'
import type { MetricValues } from '@/server/core/metrics/names'
import { encodeCheckpoint } from '@/server/core/policies/cpu/checkpoint'
import type { LearningReport } from '@/server/core/policies/cpu/learner'
import type { TrainerEvent, TrainerReply } from '@/server/core/policies/trainer-events'
import { rewardShare } from '@/server/core/rewards/episode-rewards'
import { Rng } from '@/server/core/rng'
import type { Task } from '@/server/core/tasks/task'
import { Batch } from './batch'
import { playWhole } from './paper-credit'
import { ProgressSampler } from './progress-sampler'
import type { RolloutPlan } from './rollout-plan'
import { teachReference } from './supervised-credit'
import { type TaskSampler, UniformSampler } from './task-sampler'
import type { TrainingPosition } from './training-position'
import type { TrainingRun } from './training-run'
import { playTree } from './tree-credit'
import { augmentedMetrics, type ValidationPlan, validate, validationMetrics, validationResult } from './validation'

type Events<Result> = Generator<TrainerEvent, Result, TrainerReply | undefined>

/** How a stage ended: with a verdict, or because the run was asked to stop. */
export type StageEnd = { readonly verdict: GateVerdict; readonly step: number } | 'stopped'

const episodesPerEvent = 64

/** Trains one stage until its gate ends it. Goes on after `from` when the run is resumed inside the stage. */
export function* trainStage(
  run: TrainingRun,
  index: number,
  firstStep: number,
  from: TrainingPosition | undefined,
): Events<StageEnd> {
  const stage = run.config.snapshot.curriculum.stages[index]
  if (!stage) throw new RangeError(`there is no stage ${index}`)
  const loop = new StageLoop(run, stage, index, firstStep, from)
  if (!from) {
    run.learner.startStage()
    yield { type: 'stage-started', stage: index, step: firstStep }
    const first = yield* loop.validate()
    if (first !== null) return first
  }
  for (;;) {
    yield* loop.train()
    if (!loop.validationIsDue()) continue
    const end = yield* loop.validate()
    if (end !== null) return end
  }
}

class StageLoop {
  private readonly tasks: ReadonlyMap<string, Task>
  private readonly rng: Rng
  private readonly sampler: TaskSampler
  private stageStep: number
  private norms: number[] = []

  constructor(
    private readonly run: TrainingRun,
    private readonly stage: Stage,
    private readonly index: number,
    private readonly firstStep: number,
    from: TrainingPosition | undefined,
  ) {
    const { seed } = run.config.snapshot
    this.tasks = new Map(run.trainingTasks(stage, index).map((task) => [task.key, task]))
    if (this.tasks.size === 0) throw new RangeError(`stage ${stage.name} has no training task in the suite`)
    this.rng = from ? Rng.restore(from.rng) : Rng.seeded(seed, 'stage', index)
    const Sampler = stage.data.sampling === 'learning-progress' ? ProgressSampler : UniformSampler
    this.sampler = new Sampler([...this.tasks.keys()], this.rng, from?.sampler)
    this.stageStep = from?.stageStep ?? 0
  }

  private get step(): number {
    return this.firstStep + this.stageStep
  }

  validationIsDue(): boolean {
    const { validateEvery, maxSteps } = this.stage.gate
    return this.stageStep % validateEvery === 0 || this.stageStep >= maxSteps
  }

  /** One training step: rollouts, one batch of learning, metrics. */
  *train(): Events<void> {
    const { gate, batchSize } = this.stage
    this.stageStep++
    yield { type: 'progress', stage: this.index, done: this.stageStep, total: gate.maxSteps, doing: this.stage.title }
    const batch = new Batch()
    const records: EpisodeRecord[] = []
    for (const [number, key] of this.sampler.next(batchSize).entries()) {
      const rollouts = this.rollOut(key, number, batch)
      if (rollouts.length > 0) this.sampler.report(key, meanShare(rollouts))
      records.push(...rollouts)
      if (records.length >= episodesPerEvent) yield { type: 'episodes', episodes: records.splice(0) }
    }
    if (records.length > 0) yield { type: 'episodes', episodes: records }
    const report = this.run.learner.learn(batch.decisions, batch.rollouts, this.run.learningSettings(this.stage))
    this.norms.push(report.gradientNorm)
    const values = { ...batch.metrics(), ...learningMetrics(report) }
    yield { type: 'metrics', stage: this.index, step: this.step, values }
  }

  private rollOut(key: string, number: number, batch: Batch): EpisodeRecord[] {
    const { run, stage } = this
    const { settings } = run.config.snapshot
    const task = this.tasks.get(key)
    if (!task) throw new RangeError(`the checkpoint names the task ${key}, which is not in the stage`)
    const booked = run.book.get(run.config.suite, task)
    const plan: RolloutPlan = {
      stage: this.index,
      step: this.step,
      groupSize: stage.groupSize,
      reward: run.rewardOf(stage),
      feedback: run.feedbackOf(stage),
      augmentation: run.augmentation,
      settings,
    }
    const player = run.samplingPlayer(this.rng, settings.temperature)
    const name = `${this.step}.${number}`
    if (settings.credit === 'supervised') {
      teachReference(booked, name, plan, player, batch)
      return []
    }
    const whole = settings.credit === 'paper' || plan.reward !== 'progress'
    return whole ? playWhole(booked, name, plan, player, batch) : playTree(booked, name, plan, player, this.rng, batch)
  }

  /** Validates, waits for the verdict and writes a checkpoint; says whether the stage is over. */
  *validate(): Events<StageEnd | null> {
    const { run, stage, index, step, stageStep } = this
    const tasks = run.validationTasks(stage)
    const records = yield* this.validationRecords(tasks, 'standard')
    let metrics: MetricValues = validationMetrics(records)
    if (run.feedbackOf(stage) === 'augmented') {
      metrics = { ...metrics, ...augmentedMetrics(yield* this.validationRecords(tasks, 'augmented')) }
    }
    yield { type: 'metrics', stage: index, step, values: metrics }
    const dialogues = new Map(tasks.map((task) => [task.key, task.dialogue]))
    const validation = validationResult(records, (task) => dialogues.get(task) ?? task, this.norms)
    this.norms = []
    const reply = yield { type: 'validation', stage: index, step, stageStep, validation }
    if (!reply) throw new Error('a validation event has to be answered with a verdict or a stop')
    const verdict = reply.type === 'verdict' ? reply.verdict : null
    yield { type: 'checkpoint', stage: index, step, data: encodeCheckpoint(this.position(verdict), run.learner) }
    if (verdict === null) return 'stopped'
    return endsStage(verdict) ? { verdict, step } : null
  }

  private *validationRecords(tasks: readonly Task[], feedback: 'standard' | 'augmented'): Events<EpisodeRecord[]> {
    const { run, stage, index, step } = this
    const plan: ValidationPlan = {
      stage,
      stageIndex: index,
      step,
      reward: run.rewardOf(stage),
      feedback,
      samples: stage.gate.validationSamples,
      augmentation: run.augmentation,
    }
    const rng = Rng.seeded(run.config.snapshot.seed, 'validation', index, this.stageStep, feedback)
    const player = run.samplingPlayer(rng, 1)
    const records: EpisodeRecord[] = []
    for (const task of tasks) {
      const fresh = validate([task], run.config.suite, plan, player, run.book)
      records.push(...fresh)
      yield { type: 'episodes', episodes: fresh }
    }
    return records
  }

  private position(verdict: GateVerdict | null): TrainingPosition {
    const { index, stageStep, step, sampler, rng } = this
    return {
      stage: index,
      stageStep,
      step,
      sampler: { ...sampler.state(), order: [...sampler.state().order], tracks: sampler.state().tracks?.slice() },
      rng: [...rng.state()],
      verdict: verdict && { ...verdict, criteria: [...verdict.criteria] },
    }
  }
}

const meanShare = (records: readonly EpisodeRecord[]): number =>
  records.reduce((sum, { rewardName, reward }) => sum + rewardShare(rewardName, reward), 0) / records.length

export const endsStage = ({ verdict }: GateVerdict): boolean =>
  verdict === 'pass' || verdict === 'limit' || verdict === 'collapse'

const learningMetrics = (report: LearningReport): MetricValues => ({
  gradient_norm: report.gradientNorm,
  entropy: report.entropyVisits === 0 ? Number.NaN : report.entropy / report.entropyVisits,
  kl: report.klVisits === 0 ? Number.NaN : report.kl / report.klVisits,
  clip_fraction: report.visits === 0 ? 0 : report.clipped / report.visits,
})
