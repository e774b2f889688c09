/** How many passed, failed and were skipped; a static check counts as one. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export interface Outcome extends Tally {
  /** What to show: all that was said when something failed, or passed only when tried again; else nothing. */
  readonly output: string
}

export interface Check {
  readonly name: string
  run(): Promise<Outcome>
}

export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0)
  return { passed: sum((t) => t.passed), failed: sum((t) => t.failed), skipped: sum((t) => t.skipped) }
}

export function describeTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}
