import { decodeEntities } from './entities'

/** A piece of a page, in the order in which it stands there. Tag and attribute names are in lower case. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly tag: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly tag: string }

/** What stands in these is not HTML, up to their end tag. */
const rawTexts = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'noframes', 'iframe'])
/** Of these also the words are none of the page's. */
const silent = new Set(['script', 'style'])

/**
 * The texts and tags of a page, one pass over it. Comments, declarations, scripts and styles are left out. What is no
 * tag is text: a page that is broken, or none at all, is read as far as it goes.
 */
export function* htmlTokens(page: string): Generator<HtmlToken> {
  let at = 0
  let text = ''
  while (at < page.length) {
    const next = page.indexOf('<', at)
    text += page.slice(at, next < 0 ? page.length : next)
    if (next < 0) break
    const hidden = endOfHidden(page, next)
    const tag = hidden === null ? readTag(page, next) : null
    if (hidden === null && tag === null) text += '<'
    else if (text !== '') {
      yield { kind: 'text', text: decodeEntities(text) }
      text = ''
    }
    at = hidden ?? tag?.end ?? next + 1
    if (tag === null) continue
    yield tag.token
    if (tag.token.kind === 'close' || !rawTexts.has(tag.token.tag)) continue
    const end = endOfRawText(page, at, tag.token.tag)
    if (!silent.has(tag.token.tag) && end > at) yield { kind: 'text', text: decodeEntities(page.slice(at, end)) }
    at = end
  }
  if (text !== '') yield { kind: 'text', text: decodeEntities(text) }
}

/** Where a comment or declaration that begins here ends; null: none begins here. */
function endOfHidden(page: string, at: number): number | null {
  if (page.startsWith('<!--', at)) return after(page, '-->', at + 4)
  return page[at + 1] === '!' || page[at + 1] === '?' ? after(page, '>', at + 2) : null
}

function after(page: string, mark: string, from: number): number {
  const found = page.indexOf(mark, from)
  return found < 0 ? page.length : found + mark.length
}

const tagStart = /<(\/?)([A-Za-z][^\s/>]*)/y
const attribute = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/y

type TagToken = Exclude<HtmlToken, { readonly kind: 'text' }>

function readTag(page: string, at: number): { token: TagToken; end: number } | null {
  tagStart.lastIndex = at
  const start = tagStart.exec(page)
  const tag = start?.[2]?.toLowerCase()
  if (start === null || tag === undefined) return null
  const attributes = new Map<string, string>()
  let end = tagStart.lastIndex
  for (;;) {
    attribute.lastIndex = end
    const found = attribute.exec(page)
    if (found === null) break
    end = attribute.lastIndex
    const name = (found[1] ?? '').toLowerCase()
    if (!attributes.has(name)) attributes.set(name, decodeEntities(found[2] ?? found[3] ?? found[4] ?? ''))
  }
  end = after(page, '>', end)
  return { token: start[1] === '/' ? { kind: 'close', tag } : { kind: 'open', tag, attributes }, end }
}

function endOfRawText(page: string, from: number, tag: string): number {
  const endTag = new RegExp(`</${tag}(?=[\\s/>])`, 'gi')
  endTag.lastIndex = from
  return endTag.exec(page)?.index ?? page.length
}
