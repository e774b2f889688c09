import type { ToolContext } from '@/server/core/environments/domain'
import { PlayedGroundTruth } from '@/server/core/episodes/ground-truth'
import type { StateDifference } from '@/server/core/episodes/record'
import { boundedDifferences } from '@/server/core/episodes/state-difference'
import { missingResults } from '@/server/core/episodes/turn-check'
import type { PreparedTask } from '@/server/core/tasks/prepare-task'
import type { PlayedSession } from './play-session'

/** What a task expects of the turn that is open, or of its last one. People see it on request, an agent never. */
export interface ExpectedSide {
  readonly turn: number
  readonly calls: readonly string[]
  /** Results of these calls that have not been obtained yet. */
  readonly missingResults: readonly string[]
  /** Where the state differs from what it has to be when the turn ends. */
  readonly differences: readonly StateDifference[]
}

/** Holds a session against the expected calls, played up to the end of its present turn. */
export function expectedSide(
  { episode, world }: Pick<PlayedSession, 'episode' | 'world'>,
  task: PreparedTask,
  context: ToolContext,
): ExpectedSide {
  const turn = episode.isOver ? task.turns.length - 1 : episode.current().index
  const truth = new PlayedGroundTruth(task, context)
  for (let earlier = 0; earlier < turn; earlier++) truth.advance(earlier)
  const expected = truth.advance(turn)
  return {
    turn,
    calls: task.turns[turn]?.expectedText ?? [],
    missingResults: missingResults(expected.results, episode.results()),
    differences: boundedDifferences(world.differences(expected.world)),
  }
}
