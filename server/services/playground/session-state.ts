import { AppError } from '@/server/app-error'
import { expectedSide } from '@/server/core/playground/expected-side'
import { keptSession } from './keep-session'
import { playKept } from './play-kept'

/** The whole public state after the last move, and before it. Throws NOT_FOUND. */
export async function sessionState(id: string) {
  const { world, worldBefore } = await playKept(await keptSession(id))
  return { before: worldBefore.encode(), after: world.encode() }
}

/** What the task expects of the present turn, and what is missing. Throws BAD_INPUT where nothing is expected. */
export async function sessionExpected(id: string) {
  const session = await keptSession(id)
  const played = await playKept(session)
  const { task, isFree } = played.setting
  if (isFree) throw new AppError('BAD_INPUT', 'Nothing is expected here: it is not judged turn by turn.', 'session')
  return expectedSide(played, task, { today: session.day })
}
