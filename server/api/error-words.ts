import type { TRPCError } from '@trpc/server'
import { ZodError, z } from 'zod'

/** A person reads no more of them than that at once. */
const mostIssues = 3

/**
 * What a person is told of a failed procedure: of an input what is wrong with it and where; of what broke on our side
 * only that it did, because its own words speak of code.
 */
export function errorWords(error: TRPCError): string {
  if (error.cause instanceof ZodError) return inputWords(error.cause)
  if (error.code === 'INTERNAL_SERVER_ERROR')
    return 'Something failed on the server. What it was stands in its log (.envtune/logs).'
  return error.message
}

function inputWords({ issues }: ZodError): string {
  const words = issues
    .slice(0, mostIssues)
    .map(({ path, message }) => [z.core.toDotPath(path), message].filter((part) => part !== '').join(': '))
  return `${words.join('; ')}${issues.length > mostIssues ? `; and ${issues.length - mostIssues} more` : ''}`
}
