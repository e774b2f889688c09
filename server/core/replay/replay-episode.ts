import type { Feedback } from '@/server/core/curriculum/curriculum'
import type { ToolContext } from '@/server/core/environments/domain'
import { Episode } from '@/server/core/episodes/episode'
import type { GroundTruth } from '@/server/core/episodes/ground-truth'
import { nativeFormat } from '@/server/core/episodes/native-format'
import type { EpisodeRecord, StepRecord } from '@/server/core/episodes/record'
import { taggedFormat } from '@/server/core/episodes/tagged-format'
import type { AugmentationSet } from '@/server/core/hints/rule'
import type { PreparedTask } from '@/server/core/tasks/prepare-task'
import type { RecordedEpisode } from './recorded-episode'
import { recordedStep } from './recorded-step'
import { ReplayError } from './replay-error'

/** The environment in which recorded calls are played again. */
export interface ReplaySetting {
  readonly task: PreparedTask
  readonly groundTruth: GroundTruth
  /** Today, as it was for the run's tools. */
  readonly context: ToolContext
  readonly feedback: Feedback
  readonly augmentation: AugmentationSet | null
}

export interface Replayed {
  readonly record: EpisodeRecord
  /** Where the episode stands now: branches of it start here. */
  readonly episode: Episode
  /** Recorded steps that were not played, because the episode was over before them. */
  readonly stepsLeft: number
}

/**
 * Plays the recorded calls of an episode again. The agent is not asked: whatever it would be told, it says what it
 * said. Deterministic, so in the setting in which it was recorded the record comes out the same.
 * @param before of a branch: the episode that played the turns before, as it stands after its own replay; null when
 *   the branch starts at the task's first turn
 * @throws ReplayError when the steps cannot be read, or a branch does not start where `before` stands
 */
export function replayEpisode(recorded: RecordedEpisode, setting: ReplaySetting, before: Episode | null): Replayed {
  const episode = startOf(recorded, setting, before)
  let stepsLeft = recorded.steps.length
  for (const step of recorded.steps) {
    if (episode.isOver) break
    episode.step(recordedStep(step))
    stepsLeft--
  }
  const { truncated } = recorded
  if (truncated !== null && truncated !== 'steps') episode.truncate(truncated)
  return { record: episode.finish(recorded.advantage), episode, stepsLeft }
}

function startOf(recorded: RecordedEpisode, setting: ReplaySetting, before: Episode | null): Episode {
  if (recorded.kind === 'episode') return Episode.start(optionsOf(recorded, setting))
  const trunk = before ?? Episode.start(optionsOf(recorded, setting))
  const start = recorded.prefix?.startTurn ?? 0
  if (trunk.isOver || trunk.current().index !== start)
    throw new ReplayError(`the branch starts at turn ${start + 1}, which the episode before it does not lead to`)
  const branch = trunk.branch(identityOf(recorded))
  // the turns before it were told as they were recorded: from here on the setting decides
  branch.report(setting)
  if (recorded.prefix?.stateReset) branch.resetToExpected()
  return branch
}

const optionsOf = (recorded: RecordedEpisode, setting: ReplaySetting) => ({
  ...setting,
  identity: identityOf(recorded),
  profile: recorded.profile,
  rewardName: recorded.rewardName,
  format: formatOf(recorded.steps),
})

const identityOf = (recorded: RecordedEpisode) => {
  const { id, kind, partition, stage, trainingStep, suite, task, group, rollout, prefix } = recorded
  return { id, kind, partition, stage, trainingStep, suite, task, group, rollout, prefix }
}

/** The format is not stored with the episode; how it hands results back tells. */
function formatOf(steps: readonly StepRecord[]): typeof taggedFormat | typeof nativeFormat {
  const told = steps.find(({ calls, observation }) => observation !== null && calls.some(({ executed }) => executed))
  return told?.observation?.startsWith('<tool_response>') === false ? nativeFormat : taggedFormat
}
