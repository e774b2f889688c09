import { describe, expect, it } from 'vitest'
import { type CpuTrainerConfig, trainCpuPolicy } from './cpu-trainer'
import { runEvents, tinyConfig } from './testing/tiny-run'
import type { TrainerEvent } from './trainer-events'

const text = (event: TrainerEvent): string =>
  event.type === 'checkpoint' ? `${event.stage} ${event.step} ${event.data.join(' ')}` : JSON.stringify(event)

/** Byte for byte; not `toEqual`, which would print megabytes where they differ. */
const same = (left: readonly TrainerEvent[], right: readonly TrainerEvent[]): boolean =>
  left.length === right.length && left.every((event, index) => text(event) === text(right[index] as TrainerEvent))

const turnShare = (events: readonly TrainerEvent[], point: string, partition: string): number => {
  const scores = events.flatMap((event) =>
    event.type === 'evaluation' && event.point === point && event.partition === partition
      ? event.tasks.flatMap((task) => task.turnScores)
      : [],
  )
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}

const byProgress = (config: CpuTrainerConfig): CpuTrainerConfig => {
  const { curriculum } = config.snapshot
  const stages = curriculum.stages.map((stage) => ({
    ...stage,
    data: { ...stage.data, sampling: 'learning-progress' as const },
  }))
  return { ...config, snapshot: { ...config.snapshot, curriculum: { ...curriculum, stages } } }
}

describe('trainCpuPolicy', () => {
  it('gives the same events byte for byte for the same seed, and others for another', () => {
    const first = runEvents(tinyConfig(1))
    expect(same(runEvents(tinyConfig(1)), first)).toBe(true)
    expect(same(runEvents(tinyConfig(2)), first)).toBe(false)
  })

  it('learns words that no documentation has, and keeps what it can do', () => {
    const events = runEvents(tinyConfig(3, {}, 16))
    expect(turnShare(events, 'untrained', 'train')).toBeLessThan(0.7)
    expect(turnShare(events, 'final', 'train')).toBeGreaterThan(0.85)
    expect(turnShare(events, 'final', 'test')).toBeGreaterThan(turnShare(events, 'untrained', 'test'))
  })

  it('learns from whole trajectories too', () => {
    const events = runEvents(tinyConfig(4, { credit: 'paper', updatesPerBatch: 2, kl: 0.05 }, 16))
    expect(turnShare(events, 'final', 'train')).toBeGreaterThan(turnShare(events, 'untrained', 'train'))
    expect(
      events.flatMap((event) => (event.type === 'episodes' ? event.episodes : [])).every((e) => e.kind === 'episode'),
    ).toBe(true)
  })

  it('makes reference calls likelier when supervised, without a rollout or a reward', () => {
    const events = runEvents(tinyConfig(7, { credit: 'supervised' }, 16))
    const metrics = events.flatMap((event) => (event.type === 'metrics' ? [event.values] : []))
    const losses = metrics.flatMap((values) => values['supervised/loss'] ?? [])
    expect(losses.at(-1)).toBeLessThan(losses[0] ?? 0)
    expect(metrics.some((values) => 'reward/mean' in values)).toBe(false)
    expect(turnShare(events, 'final', 'train')).toBeGreaterThan(turnShare(events, 'untrained', 'train'))
    const episodes = events.flatMap((event) => (event.type === 'episodes' ? event.episodes : []))
    expect(episodes.filter(({ partition, trainingStep }) => partition === 'train' && trainingStep === 1)).toEqual([])
  })

  it('draws by learning progress as reproducibly, from every checkpoint on too', () => {
    const config = byProgress(tinyConfig(8, {}, 8))
    const events = runEvents(config)
    expect(same(runEvents(config), events)).toBe(true)
    const at = events.findLastIndex((event) => event.type === 'checkpoint' && event.step < 12)
    const checkpoint = events[at]
    if (checkpoint?.type !== 'checkpoint') throw new Error('no checkpoint inside the second stage')
    expect(same(runEvents({ ...config, resumeFrom: checkpoint.data }), events.slice(at + 1))).toBe(true)
  })

  it('goes on from every checkpoint as if nothing had happened', () => {
    const config = tinyConfig(5)
    const events = runEvents(config)
    const checkpoints = events.flatMap((event, index) => (event.type === 'checkpoint' ? [{ event, index }] : []))
    expect(checkpoints.length).toBeGreaterThan(4)
    for (const { event, index } of checkpoints) {
      const rest = runEvents({ ...config, resumeFrom: event.data })
      expect(same(rest, events.slice(index + 1))).toBe(true)
    }
  })

  it('writes a checkpoint and ends when it is asked to stop, and can be resumed from there', () => {
    const config = tinyConfig(6)
    const stopped = runEvents(config, 1)
    const last = stopped.at(-1)
    expect(last?.type).toBe('checkpoint')
    const rest = runEvents({ ...config, ...(last?.type === 'checkpoint' && { resumeFrom: last.data }) })
    const whole = runEvents(config)
    expect(same(rest, whole.slice(stopped.length))).toBe(true)
  })

  it('insists on an answer to every validation', () => {
    const training = trainCpuPolicy(tinyConfig(7))
    expect(() => {
      for (let next = training.next(); !next.done; next = training.next()) if (next.value.type === 'log') break
    }).toThrow('verdict')
  })

  it('reports branches with their group, prefix and turn, and metrics for every step', () => {
    const events = runEvents(tinyConfig(8))
    const episodes = events.flatMap((event) => (event.type === 'episodes' ? event.episodes : []))
    const branches = episodes.filter(({ kind }) => kind === 'branch')
    expect(branches.length).toBeGreaterThan(0)
    for (const { group, prefix, turns, advantage } of branches) {
      expect(group).not.toBeNull()
      expect(turns.map(({ index }) => index)).toEqual([prefix?.startTurn])
      expect(advantage).not.toBeNull()
    }
    expect(new Set(episodes.map(({ id }) => id)).size).toBe(episodes.length)
    const steps = events.flatMap((event) =>
      event.type === 'metrics' && 'gradient_norm' in event.values ? [event.step] : [],
    )
    expect(steps).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('names a stage that the suite has no tasks for', () => {
    const config = tinyConfig(9)
    const stages = config.snapshot.curriculum.stages.map((stage) => ({
      ...stage,
      data: { splits: ['miss_func' as const] },
    }))
    const curriculum = { ...config.snapshot.curriculum, stages }
    expect(() => runEvents({ ...config, snapshot: { ...config.snapshot, curriculum } })).toThrow('no training task')
  })
})

describe('what the policy sees', () => {
  /** What the untrained policy says and is told in its first, greedy episodes. */
  const firstTrajectories = (config: ReturnType<typeof tinyConfig>): string => {
    const said: string[] = []
    for (const event of trainCpuPolicy(config)) {
      if (event.type === 'stage-started') break
      if (event.type !== 'episodes') continue
      said.push(...event.episodes.flatMap(({ steps }) => steps.map((step) => `${step.text}\n${step.observation}`)))
    }
    return said.join('\n')
  }

  it('holds no ground truth: scrambling it leaves the untrained trajectories as they are', () => {
    const config = tinyConfig(10)
    const scrambled = config.suite.tasks.map((task) => ({
      ...task,
      turns: task.turns.map((turn) => ({
        ...turn,
        expected: ['get_current_speed()', "displayCarStatus(option='doors')"],
      })),
    }))
    const other = { ...config, suite: { ...config.suite, tasks: scrambled } }
    expect(firstTrajectories(other)).toBe(firstTrajectories(config))
  })
})
