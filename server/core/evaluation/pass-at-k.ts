/**
 * pass@k: the chance that at least one of k attempts at a task succeeds, estimated without bias from n attempts of which
 * c did: 1 − C(n−c, k) / C(n, k) (Chen et al. 2021, arXiv 2107.03374). 0 to 1; null when fewer than k were made.
 */
export function passAtK(attempts: number, successes: number, k: number): number | null {
  const none = allDrawn(attempts, attempts - successes, k)
  return none === null ? null : 1 - none
}

/**
 * pass^k: the chance that all of k attempts at a task succeed, estimated without bias: C(c, k) / C(n, k) (Yao et al.
 * 2024, arXiv 2406.12045). 0 to 1; null when fewer than k attempts were made.
 */
export const passAllOfK = (attempts: number, successes: number, k: number): number | null =>
  allDrawn(attempts, successes, k)

/** The chance that k of n, drawn without putting back, are all among the `marked`; null: there are not k. */
function allDrawn(n: number, marked: number, k: number): number | null {
  if (k < 1 || k > n) return null
  let chance = 1
  for (let drawn = 0; drawn < k; drawn++) chance *= Math.max(0, marked - drawn) / (n - drawn)
  return chance
}
