import { z } from 'zod'
import { listEvaluationRows } from '@/server/db/evaluation-jobs-list'
import { evaluationView } from './evaluation-view'

export const listEvaluationsInput = z.object({
  /** Only older ones than this number. */
  before: z.int32().positive().nullable().default(null),
})

const pageSize = 50

/** A page of evaluations, newest first. */
export async function listEvaluations({ before }: z.infer<typeof listEvaluationsInput>) {
  const rows = await listEvaluationRows(before, pageSize + 1)
  const shown = rows.slice(0, pageSize)
  return { evaluations: shown.map(evaluationView), next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null }
}
