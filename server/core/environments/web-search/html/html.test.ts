import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownOf } from './markdown'
import { plainTextOf } from './plain-text'

const page = `<!doctype html><html><head><title>Tea &amp; co</title>
<style>p { color: red }</style><script>if (1 < 2) document.write("<p>no</p>")</script></head>
<body><!-- <p>hidden</p> --><h1>Da Hong Pao</h1>
<p>A <b>dark</b> tea from <a href="/wuyi?a=1&amp;b=2" class=x>Wuyi</a>,<br>5&nbsp;&lt;&#32;6&#x21;</p>
<ul><li>first<ul><li>inner</li></ul></li><li>second</li></ul><ol start=3><li>third</ol>
<blockquote>Old <i>words</i></blockquote><pre>a  b
c</pre><table><tr><th>Year<th>Price</tr><tr><td>2002<td>28,000</tr></table><img alt="Cup" src="cup.png"></body></html>`

describe('a page', () => {
  it('is its words alone, a line for each piece, without scripts, styles and comments', () => {
    expect(plainTextOf(page).split('\n').slice(0, 8)).toEqual([
      ...['Tea & co', 'Da Hong Pao', 'A', 'dark', 'tea from', 'Wuyi', ',', '5\u00a0< 6!'],
    ])
  })

  it('becomes Markdown', () => {
    expect(markdownOf(page)).toBe(
      [
        ...['# Da Hong Pao', '', 'A **dark** tea from [Wuyi](/wuyi?a=1&b=2),', '5 < 6!', ''],
        ...['  * first', '    * inner', '  * second', '', '  3. third', '', '> Old _words_', ''],
        ...['    a  b', '    c', '', 'Year | Price', '2002 | 28,000', '', '![Cup](cup.png)', ''],
      ].join('\n'),
    )
  })

  it('that is broken is read as far as it goes', () => {
    expect(plainTextOf('1 < 2 <b>bold')).toBe('1 < 2\nbold')
    expect(plainTextOf('<script>never closed')).toBe('')
    expect(plainTextOf('&unknown; &#xD800; a<b')).toBe('&unknown; \ufffd a')
  })

  it('that is plain text stays as it is, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        const plain = text.replace(/[<&]/g, '').trim()
        expect(plainTextOf(plain)).toBe(plain)
        expect(() => markdownOf(text)).not.toThrow()
      }),
    )
  })

  it('of many megabytes is read in one pass', () => {
    const many = '<a <a href="x">y</a>'.repeat(20_000)
    expect(plainTextOf(many).split('\n')).toHaveLength(20_000)
    expect(markdownOf(many).length).toBeGreaterThan(100_000)
    expect(plainTextOf('<'.repeat(200_000))).toHaveLength(200_000)
    expect(markdownOf(`first${'<div>'.repeat(500_000)}deep`)).toBe('first\n')
  })
})
