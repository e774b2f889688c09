import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { readReply } from '@/server/core/chat/read-reply'
import type { AgentStep } from '@/server/core/episodes/agent-step'
import type { Move } from '@/server/core/playground/session'
import { sessionConversation } from '@/server/core/playground/session-conversation'
import { findEndpoint } from '@/server/db/endpoints'
import { completeOrUnavailable } from '@/server/services/endpoints/complete-or-unavailable'
import { openStoredEndpoint } from '@/server/services/endpoints/open-stored-endpoint'
import { keepSession, keptSession } from './keep-session'
import { recordable, sessionId } from './make-move'
import { playKept } from './play-kept'

export const endpointMoveInput = z.object({
  session: sessionId,
  endpoint: z
    .number()
    .int()
    .positive()
    .max(2 ** 31 - 1),
})

export interface EndpointMoved {
  readonly session: string
  /** The turn that is open now; null: the episode is over. */
  readonly turn: number | null
}

/**
 * Lets a chat model play one message from where the session stands. Throws BAD_INPUT where there is nothing to answer
 * and UNAVAILABLE when the endpoint does not; the session is then as it was.
 */
export async function endpointMove(
  { session: id, endpoint: number }: z.infer<typeof endpointMoveInput>,
  signal: AbortSignal = new AbortController().signal,
): Promise<EndpointMoved> {
  const session = await keptSession(id)
  const { episode, setting } = await playKept(session)
  if (session.task === null)
    throw new AppError('BAD_INPUT', 'Bare domains have no user whom a model could answer.', 'session')
  if (episode.isOver) throw new AppError('BAD_INPUT', 'The episode is over: undo a step, or begin another.', 'session')
  const [endpoint, stored] = await Promise.all([openStoredEndpoint(number), findEndpoint(number)])
  const { format } = endpoint.settings
  const { request } = sessionConversation(session, setting, format)
  const reply = await completeOrUnavailable(endpoint.model(0), request, signal)
  const move = moveOf(readReply(reply, format), stored?.name ?? endpoint.settings.model)
  const next = { ...session, moves: [...session.moves, move] }
  const { episode: after } = await playKept(next)
  return { session: await keepSession(next), turn: after.isOver ? null : after.current().index }
}

const mostText = 20_000

function moveOf(step: AgentStep, by: string): Move {
  const thought = step.thinking === null ? {} : { thinking: step.thinking.slice(0, mostText) }
  if (step.kind === 'malformed')
    return { kind: 'malformed', text: (step.text ?? '').slice(0, mostText), by, malformation: step.malformation }
  // an empty list of calls ends the turn as an answer does
  if (step.calls.length === 0) return { kind: 'answer', text: (step.answer ?? '').slice(0, mostText), by, ...thought }
  return { kind: 'calls', calls: step.calls.map(recordable), by, ...thought }
}
