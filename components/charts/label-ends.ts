/** A label's beginning, which may be cut, and its number at the end (`… #12`), which tells it from others. */
export function labelEnds(label: string): { readonly head: string; readonly tail: string } {
  const at = label.search(/ #\d+$/)
  return at < 0 ? { head: label, tail: '' } : { head: label.slice(0, at), tail: label.slice(at) }
}

/** At most so many letters: the middle is left out, the number at the end stays. */
export function shortLabel(label: string, most: number): string {
  if (label.length <= most) return label
  const { head, tail } = labelEnds(label)
  return `${head.slice(0, Math.max(1, most - tail.length - 1))}…${tail}`
}
