import { Episode } from '@/server/core/episodes/episode'
import type { EpisodeRecord } from '@/server/core/episodes/record'
import type { RecordedEpisode } from '@/server/core/replay/recorded-episode'
import { recordedStep } from '@/server/core/replay/recorded-step'
import type { ReplaySetting } from '@/server/core/replay/replay-episode'
import { ReplayError } from '@/server/core/replay/replay-error'
import { type ForkedTurn, forkedTurn } from './forked-turn'
import type { ForkArm } from './plan'
import type { ForkPlayer, Seat } from './seat'

/** A recorded failing call and everything that was played up to it. */
export interface ForkPoint {
  /** The episode of the call last; of a branch those that played the turns before it first. */
  readonly path: readonly RecordedEpisode[]
  /** Positions in the last episode. */
  readonly step: number
  readonly call: number
  /** The error as it was recorded: the replay has to come to the same. */
  readonly code: string
}

type World = Pick<ReplaySetting, 'task' | 'groundTruth' | 'context' | 'augmentation'>

/**
 * Replays to a failing call, reports it and all that fail after it in the turn as the arm says, and lets the player
 * play the turn to its end. What was told before the call stays as it was recorded, in every arm.
 * @param world as it was recorded
 * @throws ReplayError when the record cannot be played so far, fails otherwise now, or ended the turn with this call
 */
export async function playFork(
  point: ForkPoint,
  world: World,
  arm: ForkArm,
  { player, repeat }: { readonly player: ForkPlayer; readonly repeat: number },
  signal: AbortSignal,
): Promise<ForkedTurn> {
  const last = point.path.at(-1)
  if (!last) throw new ReplayError('nothing was recorded up to the call')
  const episode = Episode.start({
    ...{ ...world, feedback: last.feedback, format: player.format },
    ...{ identity: identityOf(last), profile: last.profile, rewardName: last.rewardName },
  })
  const seat = player.sit(episode, repeat)
  const before = replayBefore(point, episode, seat, world)
  const { index: turn } = openTurn(episode)
  const failing = last.steps[point.step]
  if (!failing) throw new ReplayError('the failing call was not recorded')
  episode.report(arm)
  seat.replay(recordedStep(failing))
  if (episode.isOver || episode.current().index !== turn)
    throw new ReplayError('the turn is over with this call: nobody could read the hint')
  await seat.playOn(signal)
  const record = episode.finish()
  checkError(record, before, point)
  return forkedTurn(record, { turn, step: before, call: point.call })
}

/** Plays everything before the failing step; answers how many steps that were. */
function replayBefore({ path, step }: ForkPoint, episode: Episode, seat: Seat, { augmentation }: World): number {
  let played = 0
  for (const [index, part] of path.entries()) {
    const start = part.prefix?.startTurn ?? 0
    if (openTurn(episode).index !== start)
      throw new ReplayError(`the branch starts at turn ${start + 1}, which the episode before it does not lead to`)
    if (part.prefix?.stateReset) episode.resetToExpected()
    episode.report({ feedback: part.feedback, augmentation })
    const steps = index === path.length - 1 ? part.steps.slice(0, step) : part.steps
    for (const each of steps) {
      openTurn(episode)
      seat.replay(recordedStep(each))
    }
    played += steps.length
  }
  return played
}

function openTurn(episode: Episode) {
  if (episode.isOver) throw new ReplayError('the episode is over before the failing call')
  return episode.current()
}

function checkError(record: EpisodeRecord, step: number, { call, code }: ForkPoint): void {
  const now = record.steps[step]?.calls[call]?.error?.code ?? 'no error'
  if (now !== code) throw new ReplayError(`the call ends with ${now} now, and was recorded with ${code}`)
}

const identityOf = (recorded: RecordedEpisode) => {
  const { id, partition, stage, trainingStep, suite, task } = recorded
  const alone = { kind: 'episode' as const, group: null, rollout: 0, prefix: null }
  return { id, partition, stage, trainingStep, suite, task, ...alone }
}
