import { QueryClient } from '@tanstack/react-query'
import { askingAgain } from './asking-again'

/** Data is fresh until a live change says otherwise. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        // A failure shows at once and, where it may pass, is tried again until it is over. Retries before it shows
        // would never end on a live page: every change restarts the query, and with it their count.
        retry: false,
        refetchInterval: askingAgain(false),
      },
    },
  })
