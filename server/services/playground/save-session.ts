import { z } from 'zod'
import { AppError } from '@/server/app-error'
import type { PlaygroundSession } from '@/server/core/playground/session'
import { writeImport } from '@/server/db/import-writes'
import { episodeOfSession, findTaskId, setAside } from '@/server/db/playground-sessions'
import { evaluationHash, trainingHash, withOwnEnvironment } from '@/server/hashes/source-hashes'
import { packEpisodes } from '@/server/recording/pack-events'
import { suiteReference } from '@/server/services/suites/suite-environment'
import { keptSession } from './keep-session'
import { sessionId } from './make-move'
import { type Played, playKept } from './play-kept'

export const saveSessionInput = z.object({ session: sessionId })

export interface SavedSession {
  readonly episode: string
  /** False: this session had been saved before, and this is its episode. */
  readonly created: boolean
}

/**
 * Stores what was played as an episode in a run of its own, which is archived: it is among the episodes, in its own
 * mark, and in no run's numbers. Turns that were not played score 0. Throws BAD_INPUT where there is nothing to score.
 */
export async function saveSession({ session: id }: z.infer<typeof saveSessionInput>): Promise<SavedSession> {
  const known = await episodeOfSession(id)
  if (known !== null) return { episode: known, created: false }
  const session = await keptSession(id)
  const played = await playKept(session)
  const { task, isFree } = played.setting
  if (isFree)
    throw new AppError('BAD_INPUT', 'Only a task that is judged turn by turn can become an episode.', 'session')
  if (session.moves.length === 0) throw new AppError('BAD_INPUT', 'Nothing has been played yet.', 'session')
  const taskId = await findTaskId(session.suite.hash, task.task.key)
  if (taskId === null) throw new AppError('NOT_FOUND', `The task "${task.task.key}" is not stored any more.`, 'session')
  const run = await writeImport({
    name: nameOf(session),
    reason: `Played in the playground, session ${id}.`,
    source: await sourceOf(id, session, played),
    packed: await packEpisodes([{ ...played.episode.finish(), id, origin: 'by-hand', invalid: null, policy: null }]),
    tasks: [],
    known: new Map([[session.suite.name, new Map([[task.task.key, taskId]])]]),
  })
  await setAside(run, session.day)
  const episode = await episodeOfSession(id)
  if (episode === null) throw new Error(`the episode of session ${id} was not stored`)
  return { episode, created: true }
}

/** Who played it besides a person stands in the name. */
function nameOf({ task, moves }: PlaygroundSession): string {
  const endpoints = [...new Set(moves.flatMap(({ by }) => by ?? []))]
  return endpoints.length === 0 ? `By hand: ${task}` : `In the playground, with ${endpoints.join(', ')}: ${task}`
}

/** What replays and verifications read: the same members as of a training run's snapshot. */
async function sourceOf(id: string, session: PlaygroundSession, { setting: { augmentation } }: Played) {
  const suite = await suiteReference(session.suite, 'suite')
  const [training, evaluation] = await Promise.all([trainingHash(augmentation), evaluationHash()])
  return {
    ...{ kind: 'by-hand', session: id, suite, augmentation },
    ...{ trainingHash: withOwnEnvironment(training, suite.environment), evaluationHash: evaluation },
  }
}
