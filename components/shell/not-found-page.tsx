import Link from 'next/link'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/states'
import { Page } from './page'

interface NotFoundPageProps {
  readonly title: string
  /** Where to go on from here. */
  readonly href: string
  readonly label: string
  /** Why there may be nothing. */
  readonly children: ReactNode
}

/** What stands at an address where nothing is. */
export function NotFoundPage({ title, href, label, children }: NotFoundPageProps) {
  return (
    <Page title="Not found">
      <EmptyState
        title={title}
        action={
          <Button asChild>
            <Link href={href}>{label}</Link>
          </Button>
        }
      >
        {children}
      </EmptyState>
    </Page>
  )
}
