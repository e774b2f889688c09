'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cn } from '@/components/ui/cn'

const pages = [
  { href: '/', label: 'Runs', under: ['/runs', '/compare', '/groups'] },
  { href: '/launch', label: 'Launch', under: [] },
  { href: '/episodes', label: 'Episodes', under: [] },
  { href: '/hints', label: 'Hints', under: [] },
  { href: '/curricula', label: 'Curricula', under: [] },
  { href: '/evaluations', label: 'Evaluations', under: [] },
  { href: '/leaderboard', label: 'Leaderboard', under: [] },
  { href: '/backends', label: 'Backends', under: [] },
] as const

export function Navigation() {
  const path = usePathname()
  return (
    <nav aria-label="Main" className="-mx-1 flex min-w-0 items-center gap-0.5 overflow-x-auto px-1 py-1">
      {pages.map(({ href, label, under }) => {
        const here =
          path === href ||
          (href !== '/' && path.startsWith(`${href}/`)) ||
          under.some((prefix) => path.startsWith(prefix))
        return (
          <Link
            key={href}
            href={href}
            aria-current={here ? 'page' : undefined}
            className={cn(
              'rounded-md px-2.5 py-1 text-ink-soft hover:bg-raised hover:text-ink',
              here && 'bg-raised font-medium text-ink',
            )}
          >
            {label}
          </Link>
        )
      })}
    </nav>
  )
}
