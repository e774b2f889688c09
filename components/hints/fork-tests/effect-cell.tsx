import { missing, percent, points } from '@/components/ui/format'
import { Interval } from '@/components/ui/interval'
import { type ForkEffect, leastDialogues } from '@/server/core/fork-tests/effects'

/** Both arms' shares: without, then with. */
export function ArmsCell({ effect: { first, second } }: { effect: ForkEffect }) {
  return (
    <span className="whitespace-nowrap">
      {percent(second.value, 0)} <span className="text-ink-faint">→</span> {percent(first.value, 0)}
    </span>
  )
}

/** The paired difference in points with its interval, and whether the interval leaves zero out. */
export function EffectCell({ effect: { difference, interval, better, worse } }: { effect: ForkEffect }) {
  const isClear = interval !== null && (interval.low > 0 || interval.high < 0)
  const tone = !isClear ? '' : difference > 0 ? 'text-good' : 'text-bad'
  const title = interval
    ? `${better} forks went better, ${worse} worse; 95 % interval by ${interval.method}`
    : `${better} forks went better, ${worse} worse; of fewer than ${leastDialogues} dialogues: no interval`
  return (
    <span className="whitespace-nowrap" title={title}>
      <span className={`font-medium ${tone}`}>{points(difference)}</span>{' '}
      {interval ? (
        <Interval low={interval.low} high={interval.high} />
      ) : (
        <span className="text-ink-faint">{missing}</span>
      )}
    </span>
  )
}
