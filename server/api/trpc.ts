import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import { ZodError, z } from 'zod'
import { AppError, type AppErrorCode } from '@/server/app-error'
import { unstorableAdvice, unstorableText } from '@/server/core/storable-text'
import { isDatabaseAway } from '@/server/services/read/database-away'
import { errorWords } from './error-words'

const codes = {
  BAD_INPUT: 'BAD_REQUEST',
  NOT_FOUND: 'NOT_FOUND',
  CONFLICT: 'CONFLICT',
  UNAVAILABLE: 'SERVICE_UNAVAILABLE',
  FORBIDDEN: 'FORBIDDEN',
} as const satisfies Record<AppErrorCode, TRPCError['code']>

const t = initTRPC.create({
  transformer: superjson,
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    message: errorWords(error),
    data: {
      ...shape.data,
      /** Dotted input field → what is wrong with it. */
      fields: fieldErrors(error.cause),
    },
  }),
})

function fieldErrors(cause: unknown): Record<string, string> | null {
  if (cause instanceof AppError && cause.field) return { [cause.field]: cause.message }
  if (!(cause instanceof ZodError)) return null
  return Object.fromEntries(cause.issues.map((issue) => [z.core.toDotPath(issue.path), issue.message]))
}

/** The one place where our errors become tRPC's. */
const appErrors = t.middleware(async ({ next }) => {
  const result = await next()
  if (!result.ok && result.error.cause instanceof AppError) {
    const { code, message } = result.error.cause
    throw new TRPCError({ code: codes[code], message, cause: result.error.cause })
  }
  if (!result.ok && isDatabaseAway(result.error))
    throw new TRPCError({
      code: 'SERVICE_UNAVAILABLE',
      message: 'The database cannot be reached. Nothing recorded is lost; this page goes on when it is back.',
      cause: result.error.cause,
    })
  return result
})

const storableInput = t.middleware(async ({ getRawInput, next }) => {
  const place = unstorableText(await getRawInput())
  if (place !== null) throw new AppError('BAD_INPUT', `The text ${unstorableAdvice}.`, place)
  return await next()
})

export const router = t.router
export const procedure = t.procedure.use(appErrors).use(storableInput)
export const createCallerFactory = t.createCallerFactory
