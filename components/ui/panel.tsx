import type { ReactNode } from 'react'
import { cn } from './cn'

/** A titled box: the unit that pages are composed of. */
export function Panel({
  title,
  actions,
  note,
  flush,
  className,
  children,
  id,
}: {
  title?: ReactNode
  actions?: ReactNode
  note?: ReactNode
  /** No padding around the content: for tables and charts. */
  flush?: boolean
  className?: string
  children: ReactNode
  id?: string
}) {
  return (
    <section id={id} className={cn('min-w-0 rounded-lg border border-line bg-surface', className)}>
      {(title || actions) && (
        <header className="flex min-h-10 flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b border-line px-3 py-1.5">
          <div className="min-w-0">
            {title && <h2>{title}</h2>}
            {note && <p className="text-xs text-ink-faint">{note}</p>}
          </div>
          {actions && <div className="flex max-w-full min-w-0 flex-wrap items-center gap-1.5">{actions}</div>}
        </header>
      )}
      <div className={flush ? 'min-w-0' : 'p-3'}>{children}</div>
    </section>
  )
}
