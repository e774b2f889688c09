'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient, httpBatchStreamLink, httpLink, httpSubscriptionLink, splitLink } from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { type ReactNode, useState } from 'react'
import superjson from 'superjson'
import type { AppRouter } from '@/server/api/root'
import { newQueryClient } from './query-client'

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>()

const url = '/api/trpc'
/** Node takes 16 kB of head: questions that are longer together go apart. */
const longestAddress = 12_000
/** A longer one fits into no address, whichever its procedure: it is asked in the body of a request. */
const longestQuestion = longestAddress - 500

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

/** Gives every component below it the typed API. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(newQueryClient)
  const [client] = useState(createClient)
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}
