import { z } from 'zod'
import { countRuns } from '@/server/services/read/count-runs'
import { getRun, runSnapshot } from '@/server/services/read/get-run'
import { listRuns } from '@/server/services/read/list-runs'
import { runValues } from '@/server/services/read/list-runs-values'
import { runListInput, runValuesInput } from '@/server/services/read/run-list-input'
import { runLogs, runLogsInput } from '@/server/services/read/run-logs'
import { runName } from '@/server/services/read/run-name'
import { runSeries, runSeriesInput } from '@/server/services/read/run-series'
import { stepMarks, stepMarksInput } from '@/server/services/read/step-marks'
import { taskLife, taskLifeInput } from '@/server/services/read/task-life'
import { runOfTracking, seriesNames, trackedData } from '@/server/services/read/tracked-data'
import { archiveRuns, archiveRunsInput } from '@/server/services/runs/archive-runs'
import { noteRun, noteRunInput } from '@/server/services/runs/note-run'
import { repeatEvaluation } from '@/server/services/runs/repeat-evaluation'
import { resumeRun } from '@/server/services/runs/resume-run'
import { stopRun } from '@/server/services/runs/stop-run'
import { stopRuns, stopRunsInput } from '@/server/services/runs/stop-runs'
import { tagRuns, tagRunsInput } from '@/server/services/runs/tag-runs'
import { procedure, router } from '../trpc'

const runInput = z.object({
  run: z
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
})

export const runsRouter = router({
  /** Short; throws NOT_FOUND. */
  name: procedure.input(runInput).query(({ input }) => runName(input.run)),
  list: procedure.input(runListInput).query(({ input }) => listRuns(input)),
  counts: procedure.query(() => countRuns()),
  /** Stored values of a field, for the filter's suggestions. */
  filterValues: procedure.input(runValuesInput).query(({ input }) => runValues(input.field, input.typed)),
  get: procedure.input(runInput).query(({ input }) => getRun(input.run)),
  snapshot: procedure.input(runInput).query(({ input }) => runSnapshot(input.run)),
  series: procedure.input(runSeriesInput).query(({ input }) => runSeries(input)),
  /** Where steps of runs lie in time or in episodes. */
  stepMarks: procedure.input(stepMarksInput).query(({ input }) => stepMarks(input)),
  /** How each of its tasks fared in each stage. */
  taskLife: procedure.input(taskLifeInput).query(({ input }) => taskLife(input)),
  /** Raw names of all its series. */
  seriesNames: procedure.input(runInput).query(({ input }) => seriesNames(input.run)),
  ofTracking: procedure
    .input(z.object({ trackingId: z.string().max(64) }))
    .query(({ input }) => runOfTracking(input.trackingId)),
  /** Params, tags and files that its trainer logged. */
  tracked: procedure.input(runInput).query(({ input }) => trackedData(input.run)),
  stop: procedure.input(runInput).mutation(({ input }) => stopRun(input.run)),
  stopMany: procedure.input(stopRunsInput).mutation(({ input }) => stopRuns(input)),
  tag: procedure.input(tagRunsInput).mutation(({ input }) => tagRuns(input)),
  note: procedure.input(noteRunInput).mutation(({ input }) => noteRun(input)),
  archive: procedure.input(archiveRunsInput).mutation(({ input }) => archiveRuns(input)),
  resume: procedure.input(runInput).mutation(({ input }) => resumeRun(input.run)),
  repeatEvaluation: procedure.input(runInput).mutation(({ input }) => repeatEvaluation(input.run)),
  logs: procedure.input(runLogsInput).query(({ input }) => runLogs(input)),
})
