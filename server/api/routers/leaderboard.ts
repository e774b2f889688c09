import { compareRows, compareRowsInput } from '@/server/services/leaderboard/compare-rows'
import { leaderboard, leaderboardInput } from '@/server/services/leaderboard/leaderboard'
import { repeatedRows } from '@/server/services/leaderboard/repeated-rows'
import { procedure, router } from '../trpc'

export const leaderboardRouter = router({
  show: procedure.input(leaderboardInput).query(({ input }) => leaderboard(input)),
  /** pass@k and pass^k of the rows that played each task several times. */
  repeated: procedure.query(() => repeatedRows()),
  compare: procedure.input(compareRowsInput).query(({ input }) => compareRows(input)),
})
