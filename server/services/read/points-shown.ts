/** About how many of a series' points lie after one step and up to another, if they are spread evenly. */
export function pointsShown(
  { count, lastStep }: { readonly count: number; readonly lastStep: number },
  after: number,
  until: number,
): number {
  const steps = Math.min(until, lastStep) - Math.max(after, 0)
  return lastStep <= 0 ? count : Math.ceil((count * Math.max(0, steps)) / lastStep)
}
