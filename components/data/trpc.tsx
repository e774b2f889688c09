'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient, httpBatchStreamLink, httpLink, httpSubscriptionLink, splitLink } from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { type ReactNode, useState } from 'react'
import superjson from 'superjson'
import type { AppRouter } from '@/server/api/root'

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>()

const url = '/api/trpc'
/** Node takes 16 kB of head: questions that are longer together go apart. */
const longestAddress = 12_000
/** A longer one fits into no address, whichever its procedure: it is asked in the body of a request. */
const longestQuestion = longestAddress - 500
const retryEveryMs = 3000

function createClient() {
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({ url, transformer: superjson }),
        false: splitLink({
          condition: ({ input }) => encodeURIComponent(superjson.stringify(input)).length > longestQuestion,
          true: httpLink({ url, transformer: superjson, methodOverride: 'POST' }),
          false: httpBatchStreamLink({ url, transformer: superjson, maxURLLength: longestAddress }),
        }),
      }),
    ],
  })
}

/** Gives every component below it the typed API. Data is fresh until a live change says otherwise. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            staleTime: 30_000,
            refetchOnWindowFocus: false,
            // A failure shows at once and is tried again until it is over. Retries before it shows would never end
            // on a live page: every change restarts the query, and with it their count.
            retry: false,
            refetchInterval: ({ state }) => (state.status === 'error' ? retryEveryMs : false),
          },
        },
      }),
  )
  const [client] = useState(createClient)
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}
