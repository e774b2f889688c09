/** A dash where there is no number: a missing value is never shown as 0. */
export const missing = '–'

/** With the sign that is as wide as a plus, as everywhere else. */
const minus = (text: string) => text.replaceAll('-', '−')

/** 0.4567 → `45.7 %`, with a space that does not break. */
export function percent(share: number | null | undefined, digits = 1): string {
  if (share == null) return missing
  return Number.isFinite(share) ? `${minus((share * 100).toFixed(digits))}\u00a0%` : quantity(share)
}

/** Points of percent with sign: 0.051 → `+5.1`. */
export function points(difference: number | null | undefined): string {
  if (difference == null || !Number.isFinite(difference)) return missing
  const value = (difference * 100).toFixed(1)
  return difference > 0 ? `+${value}` : minus(value)
}

/** Below it digits are hard to count: `1.00e−6`. */
const smallest = 1e-4

/** Whole numbers with separators, others with three significant digits. */
export function quantity(value: number | null | undefined): string {
  if (value == null) return missing
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞'
  if (Number.isInteger(value)) return minus(value.toLocaleString('en-US'))
  return minus(Math.abs(value) < smallest ? value.toExponential(2) : value.toPrecision(3))
}

/** 75 → `1 min 15 s`; 7200 → `2 h`. */
export function duration(seconds: number | null | undefined): string {
  if (seconds == null || !Number.isFinite(seconds)) return missing
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return inUnits(whole, [60, 'min'], [1, 's'])
  return whole < 86_400 ? inUnits(whole, [3600, 'h'], [60, 'min']) : inUnits(whole, [86_400, 'd'], [3600, 'h'])
}

type Unit = readonly [seconds: number, name: string]

function inUnits(seconds: number, [large, largeName]: Unit, [small, smallName]: Unit): string {
  const rest = Math.floor((seconds % large) / small)
  return `${Math.floor(seconds / large)} ${largeName}${rest > 0 ? ` ${rest} ${smallName}` : ''}`
}

/** How long ago, in one unit: `12 s ago`. */
export function age(then: Date, now: Date): string {
  const seconds = Math.max(0, (now.getTime() - then.getTime()) / 1000)
  if (seconds < 60) return `${Math.floor(seconds)} s ago`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ago`
  return `${Math.floor(seconds / 86_400)} d ago`
}
