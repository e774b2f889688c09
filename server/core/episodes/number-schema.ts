import { z } from 'zod'

/** JSON has no NaN and no infinities: they come as text. */
export const anyNumber = z.union([
  z.number(),
  z.enum(['NaN', 'Infinity', '-Infinity']).transform((text) => Number(text)),
])

export const count = z.number().int().min(0)

/** Whole numbers that the database stores in 32 bits. */
export const step = count.max(2 ** 31 - 1)
