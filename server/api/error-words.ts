import type { TRPCError } from '@trpc/server'
import { ZodError } from 'zod'
import { issueWords } from '@/server/core/issue-words'

/**
 * What a person is told of a failed procedure: of an input what is wrong with it and where; of what broke on our side
 * only that it did, because its own words speak of code.
 */
export function errorWords(error: TRPCError): string {
  if (error.cause instanceof ZodError) return issueWords(error.cause)
  if (error.code === 'INTERNAL_SERVER_ERROR')
    return 'Something failed on the server. What it was stands in its log (.envtune/logs).'
  return error.message
}
