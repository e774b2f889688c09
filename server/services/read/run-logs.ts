import { z } from 'zod'
import { readLogs } from '@/server/db/run-page'

export const runLogsInput = z.object({
  run: z.int32(),
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .default('0'),
})

const most = 500

/** Log chunks after the given one, oldest first, with the id to ask from next. */
export async function runLogs({ run, after }: z.infer<typeof runLogsInput>) {
  const rows = await readLogs(run, BigInt(after), most)
  return {
    chunks: rows.map(({ id, at, text }) => ({ id: String(id), at, text })),
    next: String(rows.at(-1)?.id ?? after),
    more: rows.length === most,
  }
}
