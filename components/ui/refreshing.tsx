import type { ReactNode } from 'react'
import { cn } from './cn'

interface RefreshingProps {
  /** What is shown was asked for before; what is wanted now is on its way. */
  readonly busy: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** Stays to be read while what comes in its place is fetched, and says that it is being replaced. */
export const Refreshing = ({ busy, className, children }: RefreshingProps) => (
  <div aria-busy={busy} className={cn('min-w-0 transition-opacity', busy && 'opacity-50', className)}>
    {children}
  </div>
)
