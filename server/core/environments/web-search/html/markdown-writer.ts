import type { PageReader } from './read-page'

/** Elements that begin and end a line of their own. */
const blocks = new Set(
  (
    'p div section article main header footer nav aside figure figcaption form fieldset table thead tbody tfoot tr ' +
    'ul ol dl dt dd li pre blockquote h1 h2 h3 h4 h5 h6 address details summary center'
  ).split(' '),
)
/** Elements with an empty line around them. */
const paragraphs = new Set('p pre blockquote ul ol dl table h1 h2 h3 h4 h5 h6 hr'.split(' '))
/** Elements whose words are not shown. */
const hidden = new Set(['title', 'noscript', 'template', 'select', 'textarea'])
const marks: Readonly<Record<string, string>> = {
  ...{ b: '**', strong: '**', i: '_', em: '_', code: '`', kbd: '`', samp: '`', del: '~~', s: '~~' },
}

interface OpenList {
  /** The number of the next entry; null: the list has none. */
  next: number | null
}

/**
 * Writes Markdown from the pieces of a page as they come, in one pass: a page that a stranger made may be large, and its
 * elements may lie deep in each other, on which programs that build a tree first take minutes.
 */
export class MarkdownWriter implements PageReader {
  private readonly parts: string[] = []
  /** The last character that was written; empty: none was. Looking at the parts themselves would copy them each time. */
  private last = ''
  private readonly lists: OpenList[] = []
  /** Where the words of open links go to; null: the link goes nowhere. */
  private readonly links: (string | null)[] = []
  private quotations = 0
  private preformatted = 0
  private unseen = 0
  private isRowBegun = false

  text(text: string): void {
    if (this.unseen > 0) return
    if (this.preformatted > 0) {
      this.put(text.replaceAll('\n', `\n${this.margin()}`))
      return
    }
    const words = text.replace(/[\s\u00a0]+/g, ' ')
    this.put(this.last.trim() === '' ? words.trimStart() : words)
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (hidden.has(tag)) this.unseen += 1
    if (this.unseen > 0) return
    if (tag === 'br') this.breakLine()
    if (blocks.has(tag) || tag === 'hr') this.endLine(paragraphs.has(tag))
    const heading = /^h([1-6])$/.exec(tag)
    if (heading) this.put(`${'#'.repeat(Number(heading[1]))} `)
    if (tag === 'hr') this.put('* * *')
    if (tag === 'ul' || tag === 'ol') this.lists.push({ next: tag === 'ol' ? startOf(attributes) : null })
    if (tag === 'li') this.put(this.bullet())
    if (tag === 'blockquote') this.quotations += 1
    if (tag === 'pre') this.preformatted += 1
    if (tag === 'tr') this.isRowBegun = false
    if (tag === 'td' || tag === 'th') this.cell()
    if (tag === 'img') this.picture(attributes)
    if (tag === 'a') this.link(attributes)
    if (marks[tag] !== undefined && this.preformatted === 0) this.put(marks[tag])
  }

  close(tag: string): void {
    if (hidden.has(tag)) this.unseen = Math.max(0, this.unseen - 1)
    if (this.unseen > 0) return
    if (tag === 'a') this.endLink()
    if (marks[tag] !== undefined && this.preformatted === 0) this.put(marks[tag])
    if (tag === 'ul' || tag === 'ol') this.lists.pop()
    if (tag === 'blockquote') this.quotations = Math.max(0, this.quotations - 1)
    if (tag === 'pre') this.preformatted = Math.max(0, this.preformatted - 1)
    if (blocks.has(tag)) this.endLine(paragraphs.has(tag))
  }

  finish(): string {
    const lines = this.parts
      .join('')
      .split('\n')
      .map((line) => line.trimEnd())
    const text = lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
    return text === '' ? '' : `${text}\n`
  }

  /** Adds to the line, after the margin of a quotation or preformatted text where the line begins. */
  private put(text: string): void {
    if (text === '') return
    const begins = this.last === '' || this.last === '\n'
    this.write(begins ? this.margin() + text : text)
  }

  private write(text: string): void {
    this.parts.push(text)
    this.last = text.at(-1) ?? this.last
  }

  private margin(): string {
    return '> '.repeat(this.quotations) + '    '.repeat(this.preformatted)
  }

  private endLine(withEmptyLine: boolean): void {
    if (this.last === '') return
    if (this.last !== '\n') this.write('\n')
    if (withEmptyLine && this.lists.length === 0) this.write('\n')
  }

  private breakLine(): void {
    this.write('\n')
  }

  private bullet(): string {
    const list = this.lists.at(-1)
    const indent = '  '.repeat(Math.max(1, this.lists.length))
    if (list === undefined || list.next === null) return `${indent}* `
    list.next += 1
    return `${indent}${list.next - 1}. `
  }

  private cell(): void {
    if (this.isRowBegun) this.put(' | ')
    this.isRowBegun = true
  }

  private picture(attributes: Readonly<Record<string, string>>): void {
    const source = attributes.src
    if (source !== undefined && !source.startsWith('data:')) this.put(`![${attributes.alt ?? ''}](${source})`)
  }

  private link(attributes: Readonly<Record<string, string>>): void {
    const goal = attributes.href ?? null
    this.links.push(goal === null || goal === '' || goal.startsWith('javascript:') ? null : goal)
    if (this.links.at(-1) != null) this.put('[')
  }

  private endLink(): void {
    const goal = this.links.pop()
    if (goal != null) this.put(`](${goal})`)
  }
}

const startOf = (attributes: Readonly<Record<string, string>>): number => {
  const start = Number.parseInt(attributes.start ?? '1', 10)
  return Number.isNaN(start) ? 1 : start
}
