interface Scored {
  readonly value: number
  readonly low: number
  readonly high: number
}

/**
 * Sorts rows by score, best first, and gives each the rank 1 + number of rows that are surely better:
 * rows whose whole interval lies above this one's. Rows within noise of each other share a rank.
 */
export function rankWithTies<R>(rows: readonly R[], score: (row: R) => Scored): (R & { readonly rank: number })[] {
  return [...rows]
    .sort((a, b) => score(b).value - score(a).value)
    .map((row) => ({ ...row, rank: 1 + rows.filter((other) => score(other).low > score(row).high).length }))
}
