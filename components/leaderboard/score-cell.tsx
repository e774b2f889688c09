import type { ReactNode } from 'react'
import { Td } from '@/components/ui/data-table'
import { missing } from '@/components/ui/format'
import { Interval } from '@/components/ui/interval'
import { EpisodesLink } from './episodes-link'

interface ScoreCellProps {
  /** Null: it was not measured. */
  readonly interval: { readonly low: number; readonly high: number } | null
  /** The episodes that it was made of. */
  readonly href: string
  readonly title?: string | undefined
  /** The figure, above its interval. */
  readonly children: ReactNode
}

/** A figure with its interval below it, which opens what it was made of. */
export const ScoreCell = ({ interval, href, title, children }: ScoreCellProps) => (
  <Td numeric className="whitespace-nowrap py-1" title={title}>
    {interval === null ? (
      missing
    ) : (
      <EpisodesLink href={href}>
        {children}
        <span className="block leading-4">
          <Interval {...interval} />
        </span>
      </EpisodesLink>
    )}
  </Td>
)
