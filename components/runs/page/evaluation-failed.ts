interface TrainedRun {
  readonly status: string
  readonly attempts: readonly { readonly status: string; readonly evaluates: string | null }[]
}

/** Whether a run was trained to its end on a cluster, and only the test tasks could not be played there. */
export function evaluationFailed({ status, attempts }: TrainedRun): boolean {
  const newest = attempts.at(-1)
  const isLost = newest?.status === 'failed' || newest?.status === 'lost'
  return status === 'finished' && newest?.evaluates === 'final' && isLost
}
