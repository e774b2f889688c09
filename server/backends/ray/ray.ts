import type { Backend, TrainerHandle } from '@/server/backends/backend'
import { EvaluationRun } from './evaluation-run'
import { RayClient } from './ray-client'
import type { RayConnection } from './ray-http'
import { StageRun } from './stage-run'

export interface RayBackendOptions {
  /** The checkout, whose folder `trainer` the jobs run. */
  readonly root: string
  readonly stopGraceSeconds: number
  readonly pollMs?: number | undefined
}

/** Beside the time that the job has for its checkpoint. */
const stopMarginMs = 120_000

/** A Ray cluster: every attempt is one job, which trains one stage or plays the test tasks. A job outlives the worker that launched it. */
export function rayBackend(
  connection: RayConnection,
  { root, stopGraceSeconds, pollMs = 2000 }: RayBackendOptions,
): Backend {
  return {
    kind: 'ray',
    stopPatienceMs: stopGraceSeconds * 1000 + stopMarginMs,
    launch(submission, sink): TrainerHandle {
      const { snapshot, assignment } = submission
      if (snapshot.backend !== 'ray' || assignment === null || sink.stage === null)
        throw new Error('a run of another backend was given to a Ray cluster')
      const job = { ...submission, snapshot, assignment }
      const Work = assignment.evaluates === null ? StageRun : EvaluationRun
      const work = new Work(new RayClient(connection), job, { ...sink, stage: sink.stage }, { root, pollMs })
      let ended = false
      const end = work.run().finally(() => {
        ended = true
      })
      return {
        status: () => (ended ? 'ended' : 'running'),
        ended: end,
        stop: () => work.ask('stop'),
        leave: () => work.ask('leave'),
        kill: () => work.ask('kill'),
      }
    },
  }
}
