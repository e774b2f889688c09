/**
 * Where a value holds a text that neither a database nor a file can keep as it is: with the character NUL, or with half
 * of a surrogate pair. Answers the dotted path of the first such text; null: there is none.
 */
export function unstorableText(value: unknown): string | null {
  if (typeof value === 'string') return unstorable.test(value) ? '' : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, member] of Object.entries(value)) {
    if (unstorable.test(key)) return key
    const inside = unstorableText(member)
    if (inside !== null) return inside === '' ? key : `${key}.${inside}`
  }
  return null
}

/** The same value with the replacement character wherever a text holds what cannot be stored. */
export function storableTexts(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\0|\p{Surrogate}/gu, '\ufffd')
  if (Array.isArray(value)) return value.map(storableTexts)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [storableTexts(key), storableTexts(member)]))
}

const unstorable = /\0|\p{Surrogate}/u

/** What to do about one, said to a person. */
export const unstorableAdvice =
  'holds a character that cannot be stored (NUL, or half of a surrogate pair): take it out'
