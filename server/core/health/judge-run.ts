import type { Measured, Reading, Readings, SeriesRule } from './health-rule'

/** A rule that is on, with the threshold that holds now. */
export interface ActiveRule {
  readonly rule: SeriesRule
  readonly threshold: number
}

export interface JudgedRun {
  readonly rules: readonly ActiveRule[]
  /** Ascending, one a step and input; before `after` at least as many as the rules look back on. */
  readonly readings: Readings
  /** Everything up to this step was judged before. */
  readonly after: number
  /** Steps at which stages began, ascending: step 9 belongs to the stage that began at 8. */
  readonly stageStarts: readonly number[]
  /** Rules with an open finding, and the step at which it opened. */
  readonly open: ReadonlyMap<string, number>
}

export type HealthChange =
  | ({ readonly kind: 'opened'; readonly threshold: number } & Moment & Measured)
  | ({ readonly kind: 'closed'; readonly by: 'calm' | 'stage' } & Moment)

interface Moment {
  readonly rule: string
  readonly step: number
  readonly at: number
}

/** An open finding closes below this share of its threshold, so that it does not flicker. */
const calmShare = 0.9

/**
 * What the rules say about the steps after `after`, in the order of the steps. Judging a run piece by piece says the
 * same as judging it at once.
 */
export function judgeRun(run: JudgedRun): HealthChange[] {
  return run.rules.flatMap((active) => judgeRule(active, run)).sort((a, b) => a.step - b.step)
}

function judgeRule({ rule, threshold }: ActiveRule, run: JudgedRun): HealthChange[] {
  const changes: HealthChange[] = []
  let openedAt = run.open.get(rule.id)
  const windows = new Windows(rule, run.readings)
  for (const { step, at } of momentsOf(rule, run)) {
    const began = stageStart(run.stageStarts, step)
    const moment = { rule: rule.id, step, at }
    if (openedAt !== undefined && openedAt <= began) {
      changes.push({ kind: 'closed', by: 'stage', ...moment, step: began })
      openedAt = undefined
    }
    const measured = rule.measure(windows.upTo(step, began))
    if (!measured) continue
    if (openedAt === undefined && measured.value >= threshold) {
      changes.push({ kind: 'opened', ...moment, threshold, ...measured })
      openedAt = step
    } else if (openedAt !== undefined && measured.value < calmShare * threshold) {
      changes.push({ kind: 'closed', by: 'calm', ...moment })
      openedAt = undefined
    }
  }
  return changes
}

/** The steps with something new for the rule, each with its latest time. */
function momentsOf(rule: SeriesRule, { readings, after }: JudgedRun): { step: number; at: number }[] {
  const times = new Map<number, number>()
  for (const input of rule.inputs) {
    const known = readings[input]
    for (let index = firstAfter(known, after); index < known.length; index++) {
      const reading = known[index]
      if (reading) times.set(reading.step, Math.max(times.get(reading.step) ?? 0, reading.at))
    }
  }
  return [...times].map(([step, at]) => ({ step, at })).sort((a, b) => a.step - b.step)
}

/** What a rule sees of its inputs at rising steps. */
class Windows {
  private readonly seen: Record<string, number> = {}

  constructor(
    private readonly rule: SeriesRule,
    private readonly readings: Readings,
  ) {}

  /** The newest readings after `from` and up to the step. Steps must rise from call to call. */
  upTo(step: number, from: number): Readings {
    const windows = { ...noReadings }
    for (const input of this.rule.inputs) {
      const known = this.readings[input]
      let end = this.seen[input] ?? firstAfter(known, step)
      while ((known[end]?.step ?? Number.POSITIVE_INFINITY) <= step) end++
      this.seen[input] = end
      const start = Math.max(end - this.rule.lookback, firstAfter(known, from), 0)
      windows[input] = known.slice(start, end)
    }
    return windows
  }
}

/** No reading of any input. */
export const noReadings: Readings = {
  ...{ reward: [], 'reference-kl': [], 'flat-groups': [], truncation: [] },
  ...{ 'tool-diversity': [], progress: [], solved: [], 'without-calls': [] },
}

/** Index of the first reading after the step. */
function firstAfter(readings: readonly Reading[], step: number): number {
  let [low, high] = [0, readings.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((readings[middle]?.step ?? 0) <= step) low = middle + 1
    else high = middle
  }
  return low
}

/** The step at which the stage of this step began; −1 before the first. */
const stageStart = (starts: readonly number[], step: number): number => starts.findLast((start) => start < step) ?? -1
