import { CircleAlert, Inbox } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

/** Says what would be here and what to do next. */
export function EmptyState({
  title,
  children,
  action,
  className,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
  className?: string
}) {
  return (
    <div className={cn('flex flex-col items-center gap-2 px-4 py-12 text-center', className)}>
      <Inbox className="size-6 text-ink-faint" aria-hidden />
      <p className="font-medium">{title}</p>
      {children && <div className="max-w-prose text-balance text-ink-soft">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  )
}

/** Says what failed and offers to try again. */
export function ErrorState({ title, message, retry }: { title: string; message?: string; retry?: ReactNode }) {
  return (
    <div role="alert" className="flex flex-col items-center gap-2 px-4 py-12 text-center">
      <CircleAlert className="size-6 text-bad" aria-hidden />
      <p className="font-medium">{title}</p>
      {message && <p className="max-w-prose break-words text-ink-soft">{message}</p>}
      {retry && <div className="mt-2">{retry}</div>}
    </div>
  )
}

export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('animate-pulse motion-reduce:animate-none rounded bg-raised', className)} />
}
