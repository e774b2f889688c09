export interface CountedJob {
  /** Null: a job that plays test tasks. */
  readonly stage: number | null
  readonly gpus: number
  readonly submittedAt: Date
  readonly startedAt: Date | null
  readonly endedAt: Date | null
}

export interface StageUse {
  readonly stage: number | null
  readonly jobs: number
  /** Seconds that its jobs waited for the cluster. */
  readonly waited: number
  readonly gpuHours: number
}

/** What each stage, and last the evaluations, have used and how long its jobs waited, all attempts counted; a job that runs counts until now. */
export function stageUse(jobs: readonly CountedJob[], now: Date): StageUse[] {
  const stages = [...new Set(jobs.map(({ stage }) => stage))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity))
  return stages.map((stage) => {
    const own = jobs.filter((job) => job.stage === stage)
    return {
      stage,
      jobs: own.length,
      waited: sum(own.map((job) => seconds(job.submittedAt, job.startedAt ?? job.endedAt ?? now))),
      gpuHours:
        sum(own.map((job) => (job.startedAt ? job.gpus * seconds(job.startedAt, job.endedAt ?? now) : 0))) / 3600,
    }
  })
}

const seconds = (from: Date, to: Date): number => Math.max(0, (to.getTime() - from.getTime()) / 1000)
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
