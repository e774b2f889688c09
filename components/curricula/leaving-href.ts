/** What of a click decides whether it leads away. */
interface LinkClick {
  readonly button: number
  readonly isModified: boolean
  readonly href: string
  readonly target: string
  readonly isDownload: boolean
}

/**
 * Where a click on a link leads when another page of ours takes the place of this one; null: this one stays, or the
 * browser itself asks before it leaves.
 */
export function leavingHref({ button, isModified, href, target, isDownload }: LinkClick, here: string): string | null {
  if (button !== 0 || isModified || isDownload || (target !== '' && target !== '_self')) return null
  const [to, from] = [new URL(href, here), new URL(here)]
  if (to.origin !== from.origin) return null
  const isSamePage = to.pathname === from.pathname && to.search === from.search
  return isSamePage ? null : `${to.pathname}${to.search}${to.hash}`
}
