interface AttemptSteps {
  readonly startStep: number
  readonly supersededAfter: number | null
}

/** Steps that an attempt took and that count; `from` alone: none of its steps counts. */
export interface AttemptSegment {
  readonly from: number
  readonly to: number
}

/**
 * The run's steps as segments, one an attempt in their order: each ends where a later one began, so that no step is
 * counted twice.
 */
export function attemptSegments(attempts: readonly AttemptSteps[], trainingStep: number): AttemptSegment[] {
  return attempts.map(({ startStep, supersededAfter }, index) => {
    const laterStarts = attempts.slice(index + 1).map((later) => later.startStep)
    const to = Math.min(supersededAfter ?? trainingStep, trainingStep, ...laterStarts)
    return { from: startStep, to: Math.max(startStep, to) }
  })
}
