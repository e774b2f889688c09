import { z } from 'zod'

/** The number of a draft. */
export const draftNumber = z
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1)
