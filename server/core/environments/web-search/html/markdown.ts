import { MarkdownWriter } from './markdown-writer'
import { htmlTokens } from './tokens'

/**
 * A page as Markdown: headings, paragraphs, lists, links, pictures, emphasis, code, quotations and the cells of tables.
 * The benchmark converts with another program; line breaks and rare elements differ.
 */
export function markdownOf(page: string): string {
  const writer = new MarkdownWriter()
  for (const token of htmlTokens(page)) {
    if (token.kind === 'text') writer.text(token.text)
    else if (token.kind === 'open') writer.open(token.tag, token.attributes)
    else writer.close(token.tag)
  }
  return writer.finish()
}
