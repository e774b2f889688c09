import { z } from 'zod'
import { playSettingsSchema } from '@/server/core/playground/session'
import { keepSession, keptSession } from './keep-session'
import { sessionId } from './make-move'
import { playKept } from './play-kept'

export const changeSessionInput = z.object({
  session: sessionId,
  /** Keep so many moves; absent: all. */
  moves: z.number().int().min(0).max(10_000).optional(),
  settings: playSettingsSchema.partial().default({}),
})

/**
 * The session with fewer moves (undo), or the same moves under other rules or hints; answers its id. Moves that other
 * rules leave no room for are dropped. Throws NOT_FOUND and BAD_INPUT.
 */
export async function changeSession({
  session: id,
  moves,
  settings,
}: z.infer<typeof changeSessionInput>): Promise<string> {
  const session = await keptSession(id)
  const changed = { ...session, ...settings, moves: session.moves.slice(0, moves) }
  const { movesLeft } = await playKept(changed)
  return keepSession({ ...changed, moves: changed.moves.slice(0, changed.moves.length - movesLeft) })
}
