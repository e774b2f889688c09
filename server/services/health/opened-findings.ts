import { z } from 'zod'
import { findingsAfter, newestFinding } from '@/server/db/health-findings'

export const openedFindingsInput = z.object({
  /** Null: only where the newest stands, so that nothing old is told. */
  after: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .nullable(),
})

const newsMs = 15 * 60_000
const most = 10

/** What opened after a finding, for notifications in a browser; older news are left out. */
export async function openedFindings({ after }: z.infer<typeof openedFindingsInput>, now = new Date()) {
  const last = await newestFinding()
  if (after === null || last <= after) return { last, findings: [] }
  const found = await findingsAfter(after, new Date(now.getTime() - newsMs), most)
  return {
    last,
    findings: found.map(({ id, run, runName, rule, openedStep }) => ({ id, run, runName, rule, openedStep })),
  }
}
