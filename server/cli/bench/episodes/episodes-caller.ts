import { episodesRouter } from '@/server/api/routers/episodes'
import { createCallerFactory } from '@/server/api/trpc'

/** The procedures as pages call them, without HTTP. */
export const episodes = createCallerFactory(episodesRouter)({})
