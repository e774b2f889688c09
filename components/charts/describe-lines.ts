import type { LineInput } from './prepare-lines'

const mostDescribed = 12

/** The chart for those who do not see it: how many points each line has and where it stands. */
export function describeLines(title: string, lines: readonly LineInput[]): string {
  const parts = lines.slice(0, mostDescribed).map(({ label, points }) => {
    const last = points.at(-1)
    return last
      ? `${label}: ${points.length} points, ${last[1].toPrecision(3)} at step ${last[0]}`
      : `${label}: no points`
  })
  const more = lines.length - mostDescribed
  return `${title}. ${parts.join('; ')}${more > 0 ? `; and ${more} more lines` : ''}`
}
