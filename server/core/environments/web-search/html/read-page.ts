import { Parser } from 'htmlparser2'

/** What is told of a page's pieces, in the order in which they stand there. Names are in lower case. */
export interface PageReader {
  text(text: string): void
  open(tag: string, attributes: Readonly<Record<string, string>>): void
  close(tag: string): void
}

/** Of these the words are none of the page's. */
const silent = new Set(['script', 'style'])

const pieceLength = 1 << 14
/** The parser's time grows with the square of the depth, and a page is a stranger's. */
const deepest = 1000

/**
 * The texts and tags of a page, one pass over it. Comments, declarations, scripts and styles are left out. A page that
 * is broken, or none at all, is read as far as it goes; one whose elements lie thousands deep in each other, to there.
 */
export function readPage(page: string, reader: PageReader): void {
  let isSilent = false
  let depth = 0
  let text = ''
  const tell = () => {
    if (text !== '') reader.text(text)
    text = ''
  }
  const parser = new Parser({
    ontext: (part) => {
      if (!isSilent) text += part
    },
    onopentag: (tag, attributes) => {
      tell()
      depth += 1
      isSilent = silent.has(tag)
      reader.open(tag, attributes)
    },
    onclosetag: (tag) => {
      tell()
      depth -= 1
      isSilent = false
      reader.close(tag)
    },
  })
  for (let at = 0; at < page.length && depth <= deepest; at += pieceLength)
    parser.write(page.slice(at, at + pieceLength))
  parser.end()
  tell()
}
