import { setImmediate as breathe } from 'node:timers/promises'
import { noUsage } from '@/server/core/chat/usage'
import { Episode } from '@/server/core/episodes/episode'
import type { EpisodeOptions } from '@/server/core/episodes/episode-options'
import type { EpisodeIdentity, EpisodeRecord } from '@/server/core/episodes/record'
import { playEpisode } from '@/server/core/policies/cpu-trainer/play-episode'
import type { Player } from '@/server/core/policies/cpu-trainer/play-turn'
import type { BookedTask } from '@/server/core/policies/cpu-trainer/task-book'
import type { PreparedTask } from '@/server/core/tasks/prepare-task'
import type { TaskPlay } from './task-play'
import { turnOutcome } from './turn-outcome'

interface PolicyPlayInput extends Pick<BookedTask, 'groundTruth' | 'context'> {
  readonly task: PreparedTask
  readonly identity: EpisodeIdentity
  readonly player: Player
}

/** A task played by the built-in policy under the benchmark's rules with standard feedback. */
export function policyPlay({ player, ...input }: PolicyPlayInput): TaskPlay {
  const options: EpisodeOptions = {
    ...input,
    profile: 'bfcl',
    feedback: 'standard',
    augmentation: null,
    rewardName: 'progress',
  }
  let played: EpisodeRecord | null = null
  const record = () => played ?? Episode.start(options).finish()
  return {
    play: async (signal) => {
      // it never waits by itself: leases and other work come in between
      await breathe()
      signal.throwIfAborted()
      played = playEpisode(options, player)
    },
    record,
    before: () => [],
    outcome: () => turnOutcome(record(), input.task.turns.length),
    usage: () => noUsage,
  }
}
