/**
 * Holm's step-down correction for several tests at once (Holm 1979): p-values as if each were the only test, in the
 * order given, 0 to 1. Keeps the chance of any wrong rejection below the threshold, whatever the tests share.
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((_, index) => index).sort((a, b) => (pValues[a] ?? 1) - (pValues[b] ?? 1))
  const adjusted = new Array<number>(pValues.length).fill(1)
  let least = 0
  order.forEach((index, rank) => {
    least = Math.max(least, Math.min(1, (pValues[index] ?? 1) * (pValues.length - rank)))
    adjusted[index] = least
  })
  return adjusted
}
