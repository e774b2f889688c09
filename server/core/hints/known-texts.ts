import type { CallRecord, StepRecord, TurnRecord } from '@/server/core/episodes/record'

/** Of a recorded episode, what its agent had read and written; an `EpisodeRecord` is one. */
export interface PlayedEpisode {
  readonly turns: readonly Pick<TurnRecord, 'index' | 'userMessage' | 'expected'>[]
  readonly steps: readonly (Pick<StepRecord, 'turn' | 'step' | 'text'> & {
    readonly calls: readonly Pick<CallRecord, 'expression' | 'standard' | 'hinted'>[]
  })[]
}

/**
 * Everything that an agent could know when it had just made a failing call and read its standard text: the user's
 * messages so far, its own messages, and the standard results of all calls up to this one. Hints that were shown
 * before do not count: they could be the very leak that is looked for.
 */
export function knownTexts(episode: PlayedEpisode, failed: { turn: number; step: number; call: number }): string[] {
  const messages = episode.turns.filter(({ index }) => index <= failed.turn).map(({ userMessage }) => userMessage)
  const steps = episode.steps.filter(({ step }) => step <= failed.step)
  return [
    ...messages,
    ...steps.flatMap(({ step, text, calls }) => [
      text,
      ...calls
        .filter((_, index) => step < failed.step || index <= failed.call)
        .flatMap(({ expression, standard }) => [expression, standard]),
    ]),
  ]
}
