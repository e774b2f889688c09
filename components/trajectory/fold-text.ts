import { countOf } from '@/server/core/count-of'

const mostLines = 14
const mostCharacters = 900

export interface FoldedText {
  /** What is shown before unfolding. */
  readonly head: string
  readonly isFolded: boolean
  /** Size of the whole text in words. */
  readonly size: string
}

/** Cuts a text that is longer than people want to read at first sight, at the end of a line where there is one. */
export function foldText(text: string): FoldedText {
  const lines = text.split('\n')
  const size = sizeText(text.length, lines.length)
  const start = lines.slice(0, mostLines).join('\n')
  const head = start.length > mostCharacters ? start.slice(0, mostCharacters) : start
  // A few characters more are no reason to fold.
  if (text.length - head.length < 200 && lines.length <= mostLines + 2) return { head: text, isFolded: false, size }
  return { head, isFolded: true, size }
}

function sizeText(characters: number, lines: number): string {
  const size = countOf(characters, 'character')
  return lines > 1 ? `${size}, ${countOf(lines, 'line')}` : size
}
