import type { ApiOutput } from '@/components/data/api-types'

export type ComparedData = ApiOutput['compare']['series']
type Line = ComparedData['lines'][number]

const keyOf = ({ run, name }: Line) => `${run}/${name}`

/** Puts new points behind the known ones; points of the same steps take the place of what was known. */
function continued(known: Line, more: Line, width: number): Line {
  const first = more.steps[0]
  // A bucket that has grown since takes the place of its earlier state.
  const stays = (step: number) => first === undefined || Math.floor(step / width) < Math.floor(first / width)
  const kept = known.steps.findIndex((step) => !stays(step))
  const end = kept < 0 ? known.steps.length : kept
  return {
    ...known,
    steps: [...known.steps.slice(0, end), ...more.steps],
    values: [...known.values.slice(0, end), ...more.values],
  }
}

/** What is new of runs that go on, at the widths that are known, put to the rest. A run's new series are added. */
export function followLines(known: ComparedData, more: readonly Line[]): ComparedData {
  const lines = new Map(known.lines.map((line) => [keyOf(line), line]))
  for (const line of more) {
    const before = lines.get(keyOf(line))
    lines.set(keyOf(line), before ? continued(before, line, known.widths[line.name] ?? 1) : line)
  }
  return { ...known, lines: [...lines.values()] }
}

/** A range of steps that was read again: the series that became finer, and of the others what was known. */
export function finerOf(known: ComparedData, range: ComparedData): ComparedData {
  const isFiner = (name: string) => (range.widths[name] ?? 1) < (known.widths[name] ?? 1)
  return {
    ...known,
    widths: Object.fromEntries(
      Object.entries(known.widths).map(([name, width]) => [
        name,
        isFiner(name) ? (range.widths[name] ?? width) : width,
      ]),
    ),
    lines: [...known.lines.filter(({ name }) => !isFiner(name)), ...range.lines.filter(({ name }) => isFiner(name))],
  }
}

/** Whether any of the points lies within the steps that are looked at. */
export const reachInto = ([from, to]: readonly [number, number], lines: readonly Line[]): boolean =>
  lines.some(({ steps }) => steps.some((step) => step >= from && step <= to))

/** Whether a run has begun another attempt since: points that are known may count no more. */
export const hasNewAttempt = (known: ComparedData['epochs'], now: ComparedData['epochs']): boolean =>
  Object.entries(now).some(([run, epoch]) => known[run] !== epoch)

/** The last known step of each of the runs; of one without any point −1. */
export function lastSteps(known: ComparedData, runs: readonly number[]): [run: number, last: number][] {
  const last = new Map<number, number>()
  for (const { run, steps } of known.lines) last.set(run, Math.max(last.get(run) ?? -1, steps.at(-1) ?? -1))
  return runs.map((run) => [run, last.get(run) ?? -1])
}

/** More points than this in a line: it is time to read everything again, more coarsely. */
const mostPoints = 1500

export const isTooFine = ({ lines }: ComparedData): boolean => lines.some(({ steps }) => steps.length > mostPoints)
