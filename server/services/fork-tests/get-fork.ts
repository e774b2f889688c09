import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { findForkOutcomes } from '@/server/db/fork-results'

export const getForkInput = z.object({
  test: z
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
  fork: z.number().int().min(0).max(32_767),
})

/** How the turn went on from one fork: what each arm was told, and every repeat step by step. Throws NOT_FOUND. */
export async function getFork({ test, fork }: z.infer<typeof getForkInput>) {
  const found = await findForkOutcomes(test, fork)
  if (!found) throw new AppError('NOT_FOUND', `Fork test ${test} has no fork ${fork + 1}.`, 'fork')
  return found
}
