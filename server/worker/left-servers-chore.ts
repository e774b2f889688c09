import { stopLeftServers } from '@/server/services/evaluations/stop-left-servers'
import { Chore } from './chore'

const everyMs = 30_000

/** Stops what serves models for nobody any more: clusters that could not be reached when it was to stop. */
export const leftServersChore = (report: (message: string) => void, pollMs = everyMs): Chore =>
  new Chore({
    report,
    everyMs: Math.min(everyMs, pollMs),
    work: async (isWanted) => {
      await stopLeftServers(isWanted)
      return false
    },
  })
