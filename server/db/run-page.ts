import { type Stage, stageSchema } from '@/server/core/curriculum/curriculum'
import { db } from './client'

/** So many newest verdicts of a stage are read to find one that no later attempt superseded. */
const gatesRead = 50

/** The run with what its page shows around the charts; null when there is none. */
export async function findRunPage(id: number) {
  const run = await db().run.findUnique({
    where: { id },
    omit: { snapshot: true, sparkline: true },
    include: {
      backend: { select: { name: true, kind: true } },
      suite: { select: { name: true, version: true, title: true } },
      curriculum: {
        select: {
          name: true,
          version: true,
          title: true,
          stages: { orderBy: { position: 'asc' }, select: { definition: true } },
        },
      },
      augmentationSet: { select: { name: true, version: true, title: true } },
      parent: { select: { id: true, name: true } },
      experiment: { select: { name: true } },
      _count: { select: { trackedParams: true, trackedTags: true, artifacts: true } },
      attempts: {
        orderBy: { epoch: 'asc' },
        select: {
          id: true,
          epoch: true,
          status: true,
          reason: true,
          startStep: true,
          supersededAfter: true,
          evaluates: true,
          startedAt: true,
          heartbeatAt: true,
          endedAt: true,
        },
      },
      stages: {
        orderBy: { position: 'asc' },
        include: {
          gates: {
            orderBy: { id: 'desc' },
            take: gatesRead,
            omit: { validation: true },
            include: { attempt: { select: { supersededAfter: true } } },
          },
        },
      },
      evaluations: {
        orderBy: [{ step: 'asc' }, { id: 'asc' }],
        omit: { bySplit: true },
        include: { suite: { select: { name: true, kind: true } } },
      },
    },
  })
  if (!run) return null
  const stages = (run.curriculum?.stages ?? []).map(({ definition }): { definition: Stage } => ({
    definition: stageSchema.parse(definition),
  }))
  return { ...run, curriculum: run.curriculum && { ...run.curriculum, stages } }
}

export type RunPageRow = NonNullable<Awaited<ReturnType<typeof findRunPage>>>

/** The run's snapshot as stored; null when there is no such run. */
export async function findSnapshot(id: number): Promise<unknown> {
  const run = await db().run.findUnique({ where: { id }, select: { snapshot: true } })
  return run?.snapshot ?? null
}

export const findRunName = (id: number) => db().run.findUnique({ where: { id }, select: { id: true, name: true } })

/** How many runs a worker takes or finishes before this queued one. */
export const countRunsBefore = (id: number): Promise<number> =>
  db().run.count({
    where: { id: { lt: id }, kind: 'training', status: { in: ['queued', 'running', 'evaluating', 'stopping'] } },
  })

/** Log text after a chunk, oldest first. */
export const readLogs = (runId: number, after: bigint, limit: number) =>
  db().logChunk.findMany({ where: { runId, id: { gt: after } }, orderBy: { id: 'asc' }, take: limit })
