/** Numbers as an array of Postgres; the driver would quote and escape each of thousands. */
export const arrayText = (numbers: readonly (number | null)[]): string =>
  `{${numbers.map((one) => one ?? 'null').join(',')}}`
