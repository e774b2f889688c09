import { db } from './client'

/** What a watcher on the command line needs, cheap enough to ask for twice a second. */
export const runProgressLine = (id: number) =>
  db().run.findUniqueOrThrow({
    where: { id },
    select: {
      status: true,
      statusReason: true,
      stageIndex: true,
      stageCount: true,
      trainingStep: true,
      progress: true,
      doing: true,
      latestReward: true,
      latestAccuracy: true,
      testTask: true,
      suite: { select: { name: true } },
      heartbeatAt: true,
      startedAt: true,
    },
  })

export type RunProgressLine = Awaited<ReturnType<typeof runProgressLine>>

/** Stages and evaluations of a run, in their order. */
export const runResults = (id: number) =>
  db().run.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      name: true,
      seed: true,
      status: true,
      statusReason: true,
      startedAt: true,
      endedAt: true,
      stages: {
        orderBy: { position: 'asc' },
        select: { name: true, startStep: true, endStep: true, verdict: true, startedAt: true, endedAt: true },
      },
      evaluations: {
        orderBy: { id: 'asc' },
        select: {
          point: true,
          partition: true,
          turn: true,
          task: true,
          wellFormed: true,
          taskCount: true,
          suite: { select: { name: true } },
        },
      },
    },
  })

export type RunResults = Awaited<ReturnType<typeof runResults>>
