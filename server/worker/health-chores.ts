import { deliverWebhooks } from '@/server/services/health/deliver-webhooks'
import { judgeDueRuns } from '@/server/services/health/judge-due-runs'
import { watchHeartbeats } from '@/server/services/health/watch-heartbeats'
import { Chore } from './chore'

const everyMs = 2000

/** Holds the health rules against every run that changes; a webhook that hangs holds up no rule. */
export function healthChores(report: (message: string) => void): Chore[] {
  const judging = new Chore({
    report,
    everyMs,
    work: async (isWanted) => {
      await watchHeartbeats()
      return judgeDueRuns(isWanted)
    },
  })
  const calling = new Chore({
    report,
    everyMs,
    work: async (isWanted) => {
      await deliverWebhooks({ isWanted })
      return false
    },
  })
  return [judging, calling]
}
