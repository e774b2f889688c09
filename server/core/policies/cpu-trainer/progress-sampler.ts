import type { Rng } from '@/server/core/rng'
import { type SamplerState, type TaskSampler, type Track, UniformSampler } from './task-sampler'

/** Shares of the newest draw in the two running means: about the last two draws, and about the last six. */
const recentShare = 0.5
const longerShare = 0.15

/** Weight of a task on which nothing moves: it is drawn now and then, to see whether that has changed. */
const idleWeight = 0.05

/** Least weight of a task that has been solved more often than it is now. */
const forgottenWeight = 0.3
const forgottenBy = 0.25

/**
 * An automatic curriculum: after every task has been drawn once, tasks are drawn by learning progress, the distance
 * between their recent success rate and that over a longer time, whether it rises or falls. What is always or never
 * solved is hardly drawn; what has been forgotten never falls below a floor.
 */
export class ProgressSampler implements TaskSampler {
  private readonly first: UniformSampler
  private readonly tracks: Map<string, Track>

  constructor(
    private readonly keys: readonly string[],
    private readonly rng: Rng,
    state?: SamplerState,
  ) {
    this.first = new UniformSampler(keys, rng, state)
    this.tracks = new Map(state?.tracks?.map((track) => [track.task, track]))
  }

  next(size: number): string[] {
    if (this.tracks.size < this.keys.length) return this.first.next(size)
    const left = this.keys.map((key) => ({ key, weight: weightOf(this.tracks.get(key)) }))
    return Array.from({ length: Math.min(size, left.length) }, () => {
      const at = this.draw(left.map(({ weight }) => weight))
      return left.splice(at, 1)[0]?.key ?? ''
    })
  }

  report(task: string, share: number): void {
    const known = this.tracks.get(task) ?? { task, recent: share, longer: share, best: share }
    const recent = known.recent + recentShare * (share - known.recent)
    const longer = known.longer + longerShare * (share - known.longer)
    this.tracks.set(task, { task, recent, longer, best: Math.max(known.best, recent) })
  }

  state(): SamplerState {
    return { ...this.first.state(), tracks: [...this.tracks.values()] }
  }

  private draw(weights: readonly number[]): number {
    let left = this.rng.next() * weights.reduce((sum, weight) => sum + weight, 0)
    for (const [index, weight] of weights.entries()) {
      left -= weight
      if (left < 0) return index
    }
    return weights.length - 1
  }
}

/** How much a task is worth drawing, before normalisation. */
export function weightOf(track: Track | undefined): number {
  if (!track) return idleWeight
  const { recent, longer, best } = track
  const floor = best - recent >= forgottenBy ? forgottenWeight : idleWeight
  return Math.max(floor, Math.abs(recent - longer))
}
