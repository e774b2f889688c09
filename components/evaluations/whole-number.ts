/** The number that a field holds; null: it is none in this range. */
export function wholeNumber(text: string, least: number, most: number): number | null {
  if (!/^\d{1,9}$/.test(text.trim())) return null
  const value = Number(text)
  return value >= least && value <= most ? value : null
}
