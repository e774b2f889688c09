import { MarkdownWriter } from './markdown-writer'
import { readPage } from './read-page'

/**
 * A page as Markdown: headings, paragraphs, lists, links, pictures, emphasis, code, quotations and the cells of tables.
 * The benchmark converts with another program; line breaks and rare elements differ.
 */
export function markdownOf(page: string): string {
  const writer = new MarkdownWriter()
  readPage(page, writer)
  return writer.finish()
}
