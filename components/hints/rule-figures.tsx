import Link from 'next/link'
import type { ApiOutput } from '@/components/data/api-types'
import { Figure } from '@/components/ui/figure'
import { quantity } from '@/components/ui/format'
import { DifferenceCell, ShareCell } from './share-cell'

interface RuleFiguresProps {
  readonly counts: NonNullable<ApiOutput['hints']['rule']['counts']>
  /** Address of the form of a fork test of the rule. */
  readonly forkTest: string
}

/** What was counted after a rule's failing calls, and that it was only observed. */
export function RuleFigures({ counts, forkTest }: RuleFiguresProps) {
  const { turns } = counts
  return (
    <>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
        <Figure label="Failing calls" value={quantity(counts.failures)} detail={`${quantity(counts.shown)} hinted`} />
        <Figure label="Tasks with the hint" value={quantity(counts.tasks)} />
        <Figure label="Recovered with hint" value={<ShareCell share={counts.recoveredWhenShown} />} />
        <Figure label="Recovered without" value={<ShareCell share={counts.recoveredOtherwise} />} />
        <Figure
          label="Turn right with / without"
          value={
            <>
              <ShareCell share={turns.withHint} /> / <ShareCell share={turns.without} />
            </>
          }
        />
        <Figure label="Difference, in points" value={<DifferenceCell difference={turns.difference} />} />
      </dl>
      <p className="mt-2 text-xs text-ink-faint">
        Observational: stages decide who reads hints, and the policy changes meanwhile. What the hint causes, a{' '}
        <Link href={forkTest} className="underline">
          fork test
        </Link>{' '}
        says.
      </p>
    </>
  )
}
