import { htmlTokens } from './tokens'

/** The words of a page, one line for each piece of text; without scripts, styles and empty lines. */
export function plainTextOf(page: string): string {
  const lines: string[] = []
  for (const token of htmlTokens(page)) {
    const line = token.kind === 'text' ? token.text.trim() : ''
    if (line !== '') lines.push(line)
  }
  return lines.join('\n')
}
