import type { ToolContext } from '@/server/core/environments/domain'
import { parseCall } from '@/server/core/environments/shared/call-parser'
import type { World } from '@/server/core/environments/world'
import { type AgentStep, answerStep, callsStep, malformedStep } from '@/server/core/episodes/agent-step'
import { Episode } from '@/server/core/episodes/episode'
import { initialWorld } from '@/server/core/episodes/ground-truth'
import type { EpisodeIdentity, StateDifference } from '@/server/core/episodes/record'
import { boundedDifferences } from '@/server/core/episodes/state-difference'
import type { AugmentationSet } from '@/server/core/hints/rule'
import type { PreparedTask } from '@/server/core/tasks/prepare-task'
import type { Move, PlaygroundSession } from './session'

export interface PlaySetting {
  readonly task: PreparedTask
  /** Nothing is judged, and no step limit ends a turn. */
  readonly isFree: boolean
  readonly augmentation: AugmentationSet | null
}

export interface PlayedSession {
  readonly episode: Episode
  /** The world after the last move, and before it. */
  readonly world: World
  readonly worldBefore: World
  /** Move by move what it changed in the state: `expected` is the value before, `actual` the one after. */
  readonly changes: readonly (readonly StateDifference[])[]
  /** Moves that were not played, because the episode was over before them. */
  readonly movesLeft: number
}

/** So long is no turn that anybody plays. */
const noLimit = 1_000_000

/**
 * Plays a session from its beginning. Deterministic: the same session gives the same results and states.
 * Throws `PythonError` for a call that does not parse; calls are checked when they are made.
 */
export function playSession(session: PlaygroundSession, setting: PlaySetting): PlayedSession {
  const episode = startEpisode(session, setting)
  const world = initialWorld(setting.task, contextOf(session))
  let worldBefore = world.clone()
  const changes: (readonly StateDifference[])[] = []
  for (const move of session.moves) {
    if (episode.isOver) break
    const { calls } = episode.step(stepOf(move))
    worldBefore = world.clone()
    for (const { call, executed } of calls) if (executed) world.execute(call)
    changes.push(boundedDifferences(world.differences(worldBefore)))
  }
  return { episode, world, worldBefore, changes, movesLeft: session.moves.length - changes.length }
}

/** The episode of a session before its first move. */
export function startEpisode(session: PlaygroundSession, { task, isFree, augmentation }: PlaySetting): Episode {
  return Episode.start({
    ...{ task, augmentation, feedback: session.feedback, rewardName: 'progress', context: contextOf(session) },
    identity: identityOf(session, task),
    // under the training rules calls in a turn without expected ones are refused
    profile: isFree ? 'bfcl' : session.profile,
    ...(isFree ? { maxStepsPerTurn: noLimit } : {}),
  })
}

const contextOf = ({ day }: PlaygroundSession): ToolContext => ({ today: day })

/** A move as the environment plays it. */
export function stepOf(move: Move): AgentStep {
  if (move.kind === 'malformed') return malformedStep(move.malformation, move.text)
  const thinking = move.thinking ?? null
  if (move.kind === 'answer') return answerStep(move.text, null, thinking)
  return callsStep(move.calls.map(parseCall), null, thinking)
}

const identityOf = ({ suite }: PlaygroundSession, { task }: PreparedTask): EpisodeIdentity => ({
  ...{ id: 'by-hand', kind: 'episode', partition: task.partition, suite: suite.name, task: task.key },
  ...{ stage: null, trainingStep: 0, group: null, rollout: 0, prefix: null },
})
