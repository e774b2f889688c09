'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'

const pages = [
  { href: '/', label: 'Runs', under: ['/runs', '/compare', '/groups'] },
  { href: '/launch', label: 'Launch', under: [] },
  { href: '/episodes', label: 'Episodes', under: [] },
  { href: '/hints', label: 'Hints', under: [] },
  { href: '/curricula', label: 'Curricula', under: [] },
  { href: '/evaluations', label: 'Evaluations', under: [] },
  { href: '/playground', label: 'Playground', under: [] },
  { href: '/leaderboard', label: 'Leaderboard', under: [] },
  { href: '/backends', label: 'Backends', under: [] },
  { href: '/health-rules', label: 'Health', under: [] },
] as const

export function Navigation() {
  const path = usePathname()
  const bar = useRef<HTMLElement>(null)
  // Fetched ahead once somebody is about to go there: ten pages at once would hold up the one that opens.
  const [next, setNext] = useState('')
  // On a narrow screen the bar scrolls: the page that is open must not lie outside it.
  useEffect(() => {
    const here = path && bar.current?.querySelector<HTMLElement>('[aria-current="page"]')
    if (!here || !bar.current) return
    bar.current.scrollLeft = here.offsetLeft - (bar.current.clientWidth - here.offsetWidth) / 2
  }, [path])
  return (
    <nav
      ref={bar}
      aria-label="Main"
      className="relative -mx-1 flex min-w-0 items-center gap-0.5 overflow-x-auto px-1 py-1"
    >
      {pages.map(({ href, label, under }) => {
        const here =
          path === href ||
          (href !== '/' && path.startsWith(`${href}/`)) ||
          under.some((prefix) => path.startsWith(prefix))
        return (
          <Link
            key={href}
            href={href}
            prefetch={next === href ? null : false}
            onPointerEnter={() => setNext(href)}
            onFocus={() => setNext(href)}
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
