import { missing, percent, points } from '@/components/ui/format'
import { Interval } from '@/components/ui/interval'

export interface Share {
  readonly hits: number
  readonly of: number
  readonly interval: { readonly low: number; readonly high: number } | null
}

/** A share with the ends of its interval; a dash where nothing was counted. */
export function ShareCell({ share }: { share: Share }) {
  if (!share.interval) return <span className="text-ink-faint">{missing}</span>
  const { low, high } = share.interval
  return (
    <span
      className="whitespace-nowrap"
      title={`${share.hits} of ${share.of}; 95 % interval ${percent(low, 0)} to ${percent(high, 0)}`}
    >
      {percent(share.hits / share.of, 0)} <Interval low={low} high={high} />
    </span>
  )
}

/** A difference in points of percent with its interval. */
export function DifferenceCell({
  difference,
}: {
  difference: { readonly value: number; readonly low: number; readonly high: number } | null
}) {
  if (!difference) return <span className="text-ink-faint">{missing}</span>
  const { value, low, high } = difference
  return (
    <span className="whitespace-nowrap" title={`95 % interval ${points(low)} to ${points(high)} points`}>
      {points(value)} <Interval low={low} high={high} />
    </span>
  )
}
