import { z } from 'zod'
import type { TrackedBatch } from '@/server/services/tracking/log-batch'
import { listOf, metric } from './request-values'

type Point = TrackedBatch['metrics'][number]

export const pointOf = ({ key, value, timestamp, step }: z.output<typeof metric>): Point => ({
  key,
  value,
  at: timestamp,
  step,
})

const anyPoints = listOf(metric)

/** The metrics of a batch. They come by the thousand: a list that needs no conversion is read without a schema. */
export const points = z
  .unknown()
  .optional()
  .transform((list, context): Point[] => {
    const plain = plainPoints(list)
    if (plain) return plain
    const parsed = anyPoints.safeParse(list)
    if (parsed.success) return parsed.data.map(pointOf)
    for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message })
    return z.NEVER
  })

/** null: an entry is not as clients nearly always send it. */
function plainPoints(list: unknown): Point[] | null {
  if (!Array.isArray(list)) return null
  const read: Point[] = []
  for (const entry of list) {
    const point = plainPoint(entry)
    if (!point) return null
    read.push(point)
  }
  return read
}

function plainPoint(entry: Partial<Record<string, unknown>> | null): Point | null {
  if (typeof entry !== 'object' || entry === null) return null
  const { key, value, timestamp: at, step } = entry
  if (typeof key !== 'string' || key.includes('\0') || typeof value !== 'number' || !Number.isFinite(value)) return null
  if (typeof at !== 'number' || !Number.isInteger(at) || typeof step !== 'number' || !Number.isInteger(step))
    return null
  return { key, value, at, step }
}
