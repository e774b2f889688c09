import { compareRows, compareRowsInput } from '@/server/services/leaderboard/compare-rows'
import { repeatedRows } from '@/server/services/leaderboard/repeated-rows'
import { leaderboard } from '@/server/services/read/leaderboard'
import { procedure, router } from '../trpc'

export const leaderboardRouter = router({
  show: procedure.query(() => leaderboard()),
  /** pass@k and pass^k of the rows that played each task several times. */
  repeated: procedure.query(() => repeatedRows()),
  compare: procedure.input(compareRowsInput).query(({ input }) => compareRows(input)),
})
