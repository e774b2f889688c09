import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { appRouter } from '@/server/api/root'

export const dynamic = 'force-dynamic'

const handler = (req: Request) =>
  fetchRequestHandler({
    ...{ endpoint: '/api/trpc', req, router: appRouter, createContext: () => ({}) },
    // questions that are too long for an address
    allowMethodOverride: true,
    // a person is not told what broke: the log says it
    onError: ({ error, path }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR') console.error(`${path}:`, error.cause ?? error)
    },
  })

export { handler as GET, handler as POST }
