export interface Completion {
  /** Where the name begins, behind its brace, and where it ends so far. */
  readonly from: number
  readonly to: number
  readonly options: readonly string[]
}

/**
 * The names of values that fit what stands behind an open brace before the caret; null: there is none, or nothing
 * fits. A doubled brace is a brace and opens nothing.
 */
export function completeField(text: string, caret: number, fields: readonly string[]): Completion | null {
  const typed = /(\{+)(\w*)$/.exec(text.slice(0, caret))
  const [, braces = '', start = ''] = typed ?? []
  if (braces.length % 2 === 0) return null
  const options = fields.filter((field) => field.startsWith(start) && field !== start)
  return options.length > 0 ? { from: caret - start.length, to: caret, options } : null
}

/** The text with the name put in and its brace closed, and where the caret stands then. */
export function putIn(text: string, { from, to }: Completion, field: string): { text: string; caret: number } {
  const after = text.slice(to)
  const closed = after.startsWith('}') ? after : `}${after}`
  return { text: `${text.slice(0, from)}${field}${closed}`, caret: from + field.length + 1 }
}
