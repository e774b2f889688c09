import { z } from 'zod'
import { compareEpisodes, compareInput } from '@/server/services/episodes/compare-episodes'
import { replayChoices, replayInput, replayWith } from '@/server/services/episodes/replay-with'
import { runVerification } from '@/server/services/episodes/run-verification'
import { taskHistory } from '@/server/services/episodes/task-history'
import { turnStates, turnStatesInput } from '@/server/services/episodes/turn-states'
import { verifyEpisode } from '@/server/services/episodes/verify-episode'
import { verifyRun } from '@/server/services/episodes/verify-run'
import { episodeFacets, facetsInput } from '@/server/services/read/episode-facets'
import { episodeListInput, episodeValuesInput } from '@/server/services/read/episode-list-input'
import { episodeNeighbours, neighboursInput } from '@/server/services/read/episode-neighbours'
import { episodeSteps, stepsInput } from '@/server/services/read/episode-steps'
import { episodeValues } from '@/server/services/read/episode-values'
import { findInEpisode, findInput } from '@/server/services/read/find-in-episode'
import { episodeInput, getEpisode } from '@/server/services/read/get-episode'
import { listEpisodes } from '@/server/services/read/list-episodes'
import { procedure, router } from '../trpc'

const runInput = z.object({
  run: z
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
})

export const episodesRouter = router({
  list: procedure.input(episodeListInput).query(({ input }) => listEpisodes(input)),
  /** How often each value occurs in a list. */
  facets: procedure.input(facetsInput).query(({ input }) => episodeFacets(input)),
  /** Stored values of a field, for the filter's suggestions. */
  filterValues: procedure.input(episodeValuesInput).query(({ input }) => episodeValues(input)),
  get: procedure.input(episodeInput).query(({ input }) => getEpisode(input)),
  /** Of a long episode the steps that are read next. */
  steps: procedure.input(stepsInput).query(({ input }) => episodeSteps(input)),
  /** The episodes before and after one in a list. */
  neighbours: procedure.input(neighboursInput).query(({ input }) => episodeNeighbours(input)),
  find: procedure.input(findInput).query(({ input }) => findInEpisode(input)),
  /** The same task over the run's training. */
  history: procedure.input(episodeInput).query(({ input }) => taskHistory(input.episode)),
  compare: procedure.input(compareInput).query(({ input }) => compareEpisodes(input)),
  states: procedure.input(turnStatesInput).query(({ input }) => turnStates(input)),
  replayChoices: procedure.query(() => replayChoices()),
  replay: procedure.input(replayInput).query(({ input }) => replayWith(input)),
  verify: procedure.input(episodeInput).query(({ input }) => verifyEpisode(input.episode)),
  verification: procedure.input(runInput).query(({ input }) => runVerification(input.run)),
  /** Reports as it goes; ending the request cancels it. */
  verifyRun: procedure.input(runInput).mutation(({ input }) => verifyRun(input.run)),
})
