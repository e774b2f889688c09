import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { appRouter } from '@/server/api/root'
import { isLoopback } from '@/server/http/loopback'

export const dynamic = 'force-dynamic'

const handler = (req: Request) =>
  fetchRequestHandler({
    ...{ endpoint: '/api/trpc', req, router: appRouter, createContext: () => ({}) },
    // On this machine itself to compress a megabyte of series takes longer than everything else that is done for it.
    responseMeta: () => (isOnThisMachine(req) ? { headers: new Headers({ 'cache-control': 'no-transform' }) } : {}),
    // questions that are too long for an address
    allowMethodOverride: true,
    // a person is not told what broke: the log says it
    onError: ({ error, path }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR') console.error(`${path}:`, error.cause ?? error)
    },
  })

const isOnThisMachine = (req: Request) => isLoopback((req.headers.get('host') ?? '').replace(/:\d+$/, ''))

export { handler as GET, handler as POST }
