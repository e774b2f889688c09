import type { messageFormats } from '@/server/core/chat/chat-history'
import type { AgentStep } from '@/server/core/episodes/agent-step'
import type { Episode } from '@/server/core/episodes/episode'

/** Whoever plays on from a fork, in one episode. */
export interface Seat {
  /** Plays a recorded step: the player learns what it would know if it had said so itself. */
  replay(step: AgentStep): void
  /** Plays on until the open turn is over. */
  playOn(signal: AbortSignal): Promise<void>
}

/** Takes seats; equal repeats draw the same chances, whatever they are told. */
export interface ForkPlayer {
  /** In which the player's messages are written. */
  readonly format: (typeof messageFormats)[keyof typeof messageFormats]
  sit(episode: Episode, repeat: number): Seat
}
