import { z } from 'zod'
import { listForkTests as readForkTests } from '@/server/db/fork-test-lists'
import { forkTestView } from './fork-test-view'

export const listForkTestsInput = z.object({
  /** Tests with a smaller number only. */
  before: z
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1)
    .nullish(),
})

const pageSize = 50

/** Fork tests, newest first. `next`: where the next page begins; null: this was the last. */
export async function listForkTests({ before }: z.infer<typeof listForkTestsInput>) {
  const rows = await readForkTests(before ?? null, pageSize + 1)
  const page = rows.slice(0, pageSize)
  const next = rows.length > pageSize ? (page.at(-1)?.id ?? null) : null
  return { tests: await Promise.all(page.map(forkTestView)), next }
}
