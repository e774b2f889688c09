import Link from 'next/link'
import type { ReactNode } from 'react'

/** A score that opens the episodes behind it; a board has too many to fetch their pages ahead. */
export const EpisodesLink = ({ href, children }: { readonly href: string; readonly children: ReactNode }) => (
  <Link href={href} prefetch={false} className="decoration-ink-faint underline-offset-2 hover:underline">
    {children}
  </Link>
)
