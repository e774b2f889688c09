import { Parser } from 'htmlparser2'

/** What is told of a page's pieces, in the order in which they stand there. Names are in lower case. */
export interface PageReader {
  text(text: string): void
  open(tag: string, attributes: Readonly<Record<string, string>>): void
  close(tag: string): void
}

/** Of these the words are none of the page's. */
const silent = new Set(['script', 'style'])

/**
 * The texts and tags of a page, one pass over it. Comments, declarations, scripts and styles are left out. A page that
 * is broken, or none at all, is read as far as it goes.
 */
export function readPage(page: string, reader: PageReader): void {
  let isSilent = false
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
      isSilent = silent.has(tag)
      reader.open(tag, attributes)
    },
    onclosetag: (tag) => {
      tell()
      isSilent = false
      reader.close(tag)
    },
  })
  parser.end(page)
  tell()
}
