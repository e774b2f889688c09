import type { ValueScale } from './value-scale'

/** `0.800` → `0.8`, `+20.0` → `+20`: beside a tick, zeros at the end say nothing. */
export const shortNumber = (text: string): string =>
  text.replace(/\.(\d*?)0+(?=e|\s|$)/, (_, digits: string) => (digits === '' ? '' : `.${digits}`))

/**
 * The numbers of an axis. On a linear one all have as many decimals as the one that needs most, but for zero: `3`, `2.5`
 * → `3.0`, `2.5`; on others each has its own.
 */
export function axisNumbers(texts: readonly string[], kind: ValueScale['kind']): string[] {
  const short = texts.map(shortNumber)
  if (kind !== 'linear' || short.some((text) => text.includes('e'))) return short
  const decimals = (text: string) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0
  const most = Math.max(0, ...short.map(decimals))
  return short.map((text) =>
    text.replace(/\d[\d,]*(\.\d+)?/, (number) => {
      if (Number(number.replaceAll(',', '')) === 0) return number
      return most > decimals(number)
        ? `${number}${decimals(number) === 0 ? '.' : ''}${'0'.repeat(most - decimals(number))}`
        : number
    }),
  )
}
