export type Scalar = string | number | boolean | null

/** A value as one types it: numbers, true, false and null as such, a text that looks like one of these in quotes. */
export const scalarText = (value: Scalar): string =>
  typeof value !== 'string' ? String(value) : isPlain(value) ? value : JSON.stringify(value)

/** What was typed, as a value. */
export function readScalar(text: string): Scalar {
  const plain = text.trim()
  if (plain === 'null') return null
  if (plain === 'true' || plain === 'false') return plain === 'true'
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(plain)) return Number(plain)
  return unquoted(plain) ?? plain
}

/** Several values between commas; a comma inside quotes belongs to its text. */
export const readScalars = (text: string): Scalar[] =>
  (text.match(/\s*"(?:[^"\\]|\\.)*"\s*|[^,]+/g) ?? [])
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readScalar)

export const scalarsText = (values: readonly Scalar[]): string =>
  values
    .map((value) => (typeof value === 'string' && value.includes(',') ? JSON.stringify(value) : scalarText(value)))
    .join(', ')

const isPlain = (text: string): boolean => text !== '' && text === text.trim() && readScalar(text) === text

function unquoted(text: string): string | null {
  if (!/^".*"$/.test(text)) return null
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'string' ? value : null
  } catch {
    return null
  }
}
