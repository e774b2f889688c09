import { AppError } from '@/server/app-error'
import { mostCharacters, mostMoves, type PlaygroundSession, sessionSchema } from '@/server/core/playground/session'
import { findSession, storeSession } from '@/server/db/playground-sessions'
import { contentHash } from '@/server/hashes/content-hash'

const idLength = 20

/**
 * Stores a session and answers its id, which is made from its content: going back leads to the id that it had there.
 * Throws BAD_INPUT for one that has grown too large to be played again with every request.
 */
export async function keepSession(session: PlaygroundSession): Promise<string> {
  if (session.moves.length > mostMoves)
    throw new AppError('BAD_INPUT', `A session has at most ${mostMoves} moves. Undo some, or begin another.`, 'move')
  if (JSON.stringify(session).length > mostCharacters)
    throw new AppError('BAD_INPUT', `A session holds at most ${mostCharacters} characters. Undo some moves.`, 'move')
  const checked = sessionSchema.parse(session)
  const id = contentHash(checked).slice(0, idLength)
  await storeSession(id, checked)
  return id
}

/** Throws NOT_FOUND. */
export async function keptSession(id: string): Promise<PlaygroundSession> {
  const session = await findSession(id)
  if (!session) throw new AppError('NOT_FOUND', `There is no session "${id}".`, 'session')
  return session
}
