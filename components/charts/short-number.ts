/** `0.800` → `0.8`, `+20.0` → `+20`: beside a tick, zeros at the end say nothing. */
export const shortNumber = (text: string): string =>
  text.replace(/\.(\d*?)0+(?=e|\s|$)/, (_, digits: string) => (digits === '' ? '' : `.${digits}`))
