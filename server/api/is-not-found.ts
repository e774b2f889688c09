import { TRPCError } from '@trpc/server'

/**
 * Whether a procedure failed because what an address asks for does not exist, or cannot: a name that is too long, a
 * number that is none, a character that nothing can hold.
 */
export const isNotFound = (error: unknown): boolean =>
  error instanceof TRPCError && (error.code === 'NOT_FOUND' || error.code === 'BAD_REQUEST')
