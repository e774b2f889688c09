import Link from 'next/link'
import { cn } from '@/components/ui/cn'
import { type HintsScope, hintsHref } from './hints-scope'

const tabs = [
  { path: '/hints', label: 'Ledger' },
  { path: '/hints/missing', label: 'Missing hints' },
  { path: '/hints/sets', label: 'Sets and drafts' },
  { path: '/hints/fork-tests', label: 'Fork tests' },
] as const

/** The pages of the hints; the scope goes along. */
export function HintsTabs({ here, scope }: { here: (typeof tabs)[number]['path'] | null; scope: HintsScope }) {
  return (
    <nav
      aria-label="Hints"
      className="mb-4 flex gap-1 overflow-x-auto overflow-y-hidden border-b border-line whitespace-nowrap"
    >
      {tabs.map(({ path, label }) => (
        <Link
          key={path}
          href={hintsHref(path, scope)}
          aria-current={here === path ? 'page' : undefined}
          className={cn(
            '-mb-px border-b-2 border-transparent px-2.5 py-1.5 text-ink-soft hover:text-ink',
            here === path && 'border-accent font-medium text-ink',
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
