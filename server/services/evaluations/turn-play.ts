import { messageFormats } from '@/server/core/chat/chat-history'
import { Conversation } from '@/server/core/chat/conversation'
import { playOn } from '@/server/core/chat/play-on'
import type { ToolContext } from '@/server/core/environments/domain'
import { Episode } from '@/server/core/episodes/episode'
import type { EpisodeIdentity } from '@/server/core/episodes/record'
import type { PreparedTask } from '@/server/core/tasks/prepare-task'
import type { MeteredModel } from '@/server/endpoints/open-endpoint'
import type { TaskPlay } from './task-play'
import { turnOutcome } from './turn-outcome'

interface TurnPlayInput {
  readonly task: PreparedTask
  readonly identity: EpisodeIdentity
  readonly context: ToolContext
  readonly format: keyof typeof messageFormats
  readonly model: MeteredModel
}

/** A task that is judged turn by turn, played under the benchmark's rules with standard feedback. */
export function turnPlay({ task, identity, context, format, model }: TurnPlayInput): TaskPlay {
  const episode = Episode.start({
    ...{ task, identity, context, format: messageFormats[format], profile: 'bfcl', feedback: 'standard' },
    ...{ augmentation: null, rewardName: 'progress' },
  })
  const conversation = new Conversation(episode, format)
  return {
    play: (signal) => playOn(conversation, model, signal),
    record: () => episode.finish(),
    before: () => [],
    outcome: () => turnOutcome(episode.finish(), task.turns.length),
    usage: () => model.usage,
  }
}
