import { z } from 'zod'
import { changeSession, changeSessionInput } from '@/server/services/playground/change-session'
import { endpointMove, endpointMoveInput } from '@/server/services/playground/endpoint-move'
import { makeMove, makeMoveInput, sessionId } from '@/server/services/playground/make-move'
import { openSession, openSessionInput } from '@/server/services/playground/open-session'
import {
  playgroundOptions,
  playgroundTasks,
  playgroundTasksInput,
} from '@/server/services/playground/playground-options'
import { saveSession, saveSessionInput } from '@/server/services/playground/save-session'
import { sessionExpected, sessionState } from '@/server/services/playground/session-state'
import { showSession } from '@/server/services/playground/show-session'
import { procedure, router } from '../trpc'

const sessionInput = z.object({ session: sessionId })

export const playgroundRouter = router({
  options: procedure.query(() => playgroundOptions()),
  tasks: procedure.input(playgroundTasksInput).query(({ input }) => playgroundTasks(input)),
  open: procedure.input(openSessionInput).mutation(({ input }) => openSession(input)),
  move: procedure.input(makeMoveInput).mutation(({ input }) => makeMove(input)),
  /** A chat model plays one message; whoever stops waiting stops it. */
  endpointMove: procedure.input(endpointMoveInput).mutation(({ input, signal }) => endpointMove(input, signal)),
  change: procedure.input(changeSessionInput).mutation(({ input }) => changeSession(input)),
  show: procedure.input(sessionInput).query(({ input }) => showSession(input.session)),
  state: procedure.input(sessionInput).query(({ input }) => sessionState(input.session)),
  save: procedure.input(saveSessionInput).mutation(({ input }) => saveSession(input)),
  expected: procedure.input(sessionInput).query(({ input }) => sessionExpected(input.session)),
})
