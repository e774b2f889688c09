import { describe, expect, it } from 'vitest'
import { leavingHref } from './leaving-href'

const here = 'http://envtune:3000/curricula/edit?from=paper'
const click = { button: 0, isModified: false, href: '/hints?run=3#top', target: '', isDownload: false }

describe('a click on a link', () => {
  it('leaves for another page of ours', () => {
    expect(leavingHref(click, here)).toBe('/hints?run=3#top')
    expect(leavingHref({ ...click, href: 'http://envtune:3000/curricula/edit?from=starter' }, here)).toBe(
      '/curricula/edit?from=starter',
    )
  })
  it('stays when it opens another tab, saves a file or moves on the page', () => {
    const staying = [
      ...[{ button: 1 }, { isModified: true }, { target: '_blank' }, { isDownload: true }],
      { href: `${here}#stages` },
    ]
    for (const part of staying) expect(leavingHref({ ...click, ...part }, here), JSON.stringify(part)).toBeNull()
  })
  it('is left to the browser when it leads elsewhere', () =>
    expect(leavingHref({ ...click, href: 'https://arxiv.org/abs/2510.10197' }, here)).toBeNull())
})
