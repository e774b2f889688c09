import { readPage } from './read-page'

/** The words of a page, one line for each piece of text; without scripts, styles and empty lines. */
export function plainTextOf(page: string): string {
  const lines: string[] = []
  readPage(page, {
    text: (text) => {
      const line = text.trim()
      if (line !== '') lines.push(line)
    },
    open: () => {},
    close: () => {},
  })
  return lines.join('\n')
}
