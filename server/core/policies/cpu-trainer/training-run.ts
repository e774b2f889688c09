import type { RewardName, Stage } from '@/server/core/curriculum/curriculum'
import type { AugmentationSet } from '@/server/core/hints/rule'
import { greedy, sampling } from '@/server/core/policies/cpu/choosers'
import { Learner, type LearningSettings } from '@/server/core/policies/cpu/learner'
import { Toolboxes } from '@/server/core/policies/cpu/toolbox'
import type { Rng } from '@/server/core/rng'
import { stageReward } from '@/server/core/runs/stage-reward'
import { trainingTasks, validationTasks } from '@/server/core/runs/stage-tasks'
import type { Task } from '@/server/core/tasks/task'
import type { Player } from './play-turn'
import { TaskBook } from './task-book'
import type { CpuTrainerConfig } from './trainer-config'

/** What lasts through a run: its configuration, its tasks, and everything that learns. */
export class TrainingRun {
  readonly book: TaskBook
  private readonly toolboxes = new Toolboxes()

  constructor(
    readonly config: CpuTrainerConfig,
    readonly learner: Learner = new Learner(),
  ) {
    this.book = new TaskBook(config.registry, config.context)
  }

  get augmentation(): AugmentationSet | null {
    return this.config.snapshot.augmentation
  }

  rewardOf(stage: Stage): RewardName {
    return stageReward(this.config.snapshot, stage)
  }

  feedbackOf(stage: Stage): Stage['feedback'] {
    return this.augmentation === null ? 'standard' : stage.feedback
  }

  trainingTasks(stage: Stage, index: number): Task[] {
    return trainingTasks(this.config.suite, stage, index, this.config.snapshot.seed)
  }

  validationTasks(stage: Stage): Task[] {
    return validationTasks(this.config.suite, stage)
  }

  greedyPlayer(): Player {
    const { weights } = this.learner
    return { toolboxes: this.toolboxes, weights, choose: greedy(weights) }
  }

  samplingPlayer(rng: Rng, temperature: number): Player {
    const { weights } = this.learner
    return { toolboxes: this.toolboxes, weights, choose: sampling(weights, rng, temperature) }
  }

  /** In a syntax stage only the format head learns at full rate: else every head runs to the safest tools. */
  learningSettings(stage: Stage): LearningSettings {
    const { settings } = this.config.snapshot
    const share = stage.reward === 'syntax' ? settings.syntaxRateShare : 1
    return {
      entropy: settings.credit === 'supervised' ? 0 : settings.entropy,
      kl: settings.kl,
      clipLow: settings.clipLow,
      clipHigh: settings.clipHigh,
      updates: settings.updatesPerBatch,
      format: stage.reward === 'syntax' ? settings.formatRate : settings.learningRate,
      other: settings.learningRate * share,
      smoothing: settings.smoothing,
    }
  }
}
