import { refusedEnvironments } from '@/server/services/environments/refused-environments'
import { procedure, router } from '../trpc'

export const environmentsRouter = router({
  /** Environments of the user's own that could not be loaded. */
  refused: procedure.query(() => refusedEnvironments()),
})
