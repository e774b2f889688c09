import type { Rng } from '@/server/core/rng'

/** A task's success rate over its last draws, over more of them, and the best it has been. */
export interface Track {
  readonly task: string
  readonly recent: number
  readonly longer: number
  readonly best: number
}

/** What has to be kept to go on drawing where the sampler stands. */
export interface SamplerState {
  readonly order: readonly string[]
  readonly at: number
  /** Only of a sampler that follows success rates. */
  readonly tracks?: readonly Track[] | undefined
}

/** Chooses the tasks of the next batch. */
export interface TaskSampler {
  next(size: number): string[]
  /** What the rollouts of a drawn task earned, as a share of the maximum. */
  report(task: string, share: number): void
  state(): SamplerState
}

/** Draws batches of task keys without repetition until all have been drawn, then starts again in a new order. */
export class UniformSampler implements TaskSampler {
  private order: readonly string[]
  private at: number

  constructor(
    private readonly keys: readonly string[],
    private readonly rng: Rng,
    state: SamplerState = { order: [], at: 0 },
  ) {
    if (keys.length === 0) throw new RangeError('there is no task to draw')
    this.order = state.order
    this.at = state.at
  }

  next(size: number): string[] {
    const batch: string[] = []
    while (batch.length < Math.min(size, this.keys.length)) {
      if (this.at >= this.order.length) {
        this.order = this.rng.shuffle(this.keys)
        this.at = 0
      }
      const key = this.order[this.at++]
      if (key !== undefined && !batch.includes(key)) batch.push(key)
    }
    return batch
  }

  report(): void {}

  state(): SamplerState {
    return { order: this.order, at: this.at }
  }
}
