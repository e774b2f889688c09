import { z } from 'zod'

const run = z.coerce.number().int().min(1).max(2_147_483_647)
const rowsSchema = z.object({ a: run, b: run }).refine(({ a, b }) => a !== b)

/** Which two rows an address is about, `?a=3&b=5`; null: not two. */
export function readRowsAddress(query: Readonly<Record<string, unknown>>): { a: number; b: number } | null {
  return rowsSchema.safeParse({ a: query.a, b: query.b }).data ?? null
}

export const rowsHref = (a: number, b: number): string => `/leaderboard/compare?a=${a}&b=${b}`
