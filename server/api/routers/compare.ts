import { z } from 'zod'
import { compareLedger } from '@/server/services/compare/compare-ledger'
import { compareOutcomes } from '@/server/services/compare/compare-outcomes'
import { compareRuns } from '@/server/services/compare/compare-runs'
import {
  compareSeries,
  compareSeriesInput,
  followCompared,
  followComparedInput,
} from '@/server/services/compare/compare-series'
import { comparedSeriesNames } from '@/server/services/compare/compared-series-names'
import { selectionInput } from '@/server/services/compare/run-selection'
import { procedure, router } from '../trpc'

const runsInput = z.object({ runs: compareSeriesInput.shape.runs })

export const compareRouter = router({
  runs: procedure.input(selectionInput).query(({ input }) => compareRuns(input)),
  seriesNames: procedure.input(runsInput).query(({ input }) => comparedSeriesNames(input.runs)),
  series: procedure.input(compareSeriesInput).query(({ input }) => compareSeries(input)),
  /** What came since: for pages that follow runs that go on. */
  newPoints: procedure.input(followComparedInput).query(({ input }) => followCompared(input)),
  outcomes: procedure.input(runsInput).query(({ input }) => compareOutcomes(input.runs)),
  ledger: procedure.input(runsInput).query(({ input }) => compareLedger(input.runs)),
})
