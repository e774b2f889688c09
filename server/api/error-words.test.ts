import { TRPCError } from '@trpc/server'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { errorWords } from './error-words'

const input = z.object({ rule: z.object({ template: z.string().max(3, 'at most 3 characters') }), run: z.int() })

describe('what a person is told of a failed procedure', () => {
  it('is what is wrong with the input, and where', () => {
    const { error } = input.safeParse({ rule: { template: 'long' }, run: 1.5 })
    const words = errorWords(new TRPCError({ code: 'BAD_REQUEST', cause: error }))
    expect(words).toContain('rule.template: at most 3 characters; run: ')
  })

  it('is our own words where we have some', () => {
    const cause = new AppError('CONFLICT', 'Somebody else changed this draft meanwhile.')
    expect(errorWords(new TRPCError({ code: 'CONFLICT', message: cause.message, cause }))).toBe(cause.message)
  })

  it('is nothing of the code where that broke', () => {
    const error = new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'Invalid `db.run.findMany()` invocation' })
    expect(errorWords(error)).toMatch(/^Something failed on the server\./)
  })
})
