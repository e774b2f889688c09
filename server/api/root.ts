import { backendsRouter } from './routers/backends'
import { compareRouter } from './routers/compare'
import { curriculaRouter } from './routers/curricula'
import { endpointsRouter } from './routers/endpoints'
import { environmentsRouter } from './routers/environments'
import { episodesRouter } from './routers/episodes'
import { evaluationsRouter } from './routers/evaluations'
import { forkTestsRouter } from './routers/fork-tests'
import { groupsRouter } from './routers/groups'
import { healthRouter } from './routers/health'
import { hintsRouter } from './routers/hints'
import { launchRouter } from './routers/launch'
import { leaderboardRouter } from './routers/leaderboard'
import { liveRouter } from './routers/live'
import { playgroundRouter } from './routers/playground'
import { runsRouter } from './routers/runs'
import { searchProvidersRouter } from './routers/search-providers'
import { viewsRouter } from './routers/views'
import { createCallerFactory, router } from './trpc'

export const appRouter = router({
  backends: backendsRouter,
  compare: compareRouter,
  curricula: curriculaRouter,
  endpoints: endpointsRouter,
  environments: environmentsRouter,
  episodes: episodesRouter,
  evaluations: evaluationsRouter,
  forkTests: forkTestsRouter,
  groups: groupsRouter,
  health: healthRouter,
  hints: hintsRouter,
  launch: launchRouter,
  leaderboard: leaderboardRouter,
  live: liveRouter,
  playground: playgroundRouter,
  runs: runsRouter,
  searchProviders: searchProvidersRouter,
  views: viewsRouter,
})

export type AppRouter = typeof appRouter

/** Calls procedures on the server, without HTTP: for server components. */
export const serverCaller = createCallerFactory(appRouter)({})
