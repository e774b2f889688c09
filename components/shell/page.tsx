import type { ReactNode } from 'react'

/** Frame of every page: one heading, its actions, the content. */
export function Page({
  title,
  lead,
  actions,
  children,
}: {
  title: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <main id="content" className="mx-auto w-full max-w-[1600px] min-w-0 px-4 pt-5 pb-16">
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h1 className="break-words">{title}</h1>
          {lead && <div className="mt-0.5 max-w-[90ch] text-pretty text-ink-soft">{lead}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </main>
  )
}
