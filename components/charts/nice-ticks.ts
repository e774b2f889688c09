const decimal = [1, 2, 5] as const
/** Steps of a clock, in seconds: minutes, hours and days; beyond these decimal days. */
const clock = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400] as const

/** Ends that are nearer to each other than this are the same. */
const leastSpan = 1e-300

/** Round numbers between the ends, at most about `most` of them, ascending; one when the ends are the same. */
export function niceTicks(low: number, high: number, most: number): number[] {
  if (!(high - low > leastSpan)) return Number.isFinite(low) ? [low] : []
  return multiples(low, high, decimalStep((high - low) / Math.max(1, most)))
}

/** The same for seconds: at full minutes, hours or days. */
export function clockTicks(low: number, high: number, most: number): number[] {
  const least = (high - low) / Math.max(1, most)
  const day = clock.at(-1) ?? 1
  const step = clock.find((each) => each >= least) ?? day * decimalStep(least / day)
  return high > low ? multiples(low, high, step) : [low]
}

function decimalStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return power * (decimal.find((each) => each * power >= least) ?? 10)
}

function multiples(low: number, high: number, step: number): number[] {
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  // without the rounding errors of 3 × 0.1
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  )
}
