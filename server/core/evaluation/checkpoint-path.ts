/** A run's evaluation on test tasks at one point of its training. */
export interface EvaluatedPoint {
  /** `untrained`, `stage-0`, …, `final`. */
  readonly point: string
  /** Training step of its checkpoint. */
  readonly step: number
}

export interface PathLabel {
  /** Short, for a chart. */
  readonly short: string
  /** With the stage's title. */
  readonly label: string
}

/**
 * The way of a run from checkpoint to checkpoint: untrained, after each stage, final. Where the last stage ended with
 * the run it is one point.
 */
export function checkpointPath<P extends EvaluatedPoint>(
  points: readonly P[],
  stageTitles: readonly string[],
): (P & PathLabel)[] {
  const final = points.find(({ point }) => point === 'final')
  return points
    .filter((each) => each === final || each.step !== final?.step || each.point === 'untrained')
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((each) => ({ ...each, ...labelOf(each.point, stageTitles) }))
}

const stageOf = (point: string): number | null => {
  const stage = /^stage-(\d+)$/.exec(point)?.[1]
  return stage === undefined ? null : Number(stage)
}

const placeOf = ({ point }: EvaluatedPoint): number =>
  point === 'untrained' ? -1 : (stageOf(point) ?? Number.POSITIVE_INFINITY)

function labelOf(point: string, titles: readonly string[]): PathLabel {
  const stage = stageOf(point)
  if (stage === null) return { short: point, label: point }
  const title = titles[stage]
  const short = `stage ${stage + 1}`
  return { short, label: title === undefined ? `after ${short}` : `after ${short}: ${title}` }
}
