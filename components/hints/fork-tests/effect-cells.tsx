import { Fragment } from 'react'
import { Td } from '@/components/ui/data-table'
import { missing, percent, points, quantity } from '@/components/ui/format'
import { Interval } from '@/components/ui/interval'
import { type ForkComparison, type ForkEffect, forkMeasures, leastDialogues } from '@/server/core/fork-tests/effects'

type Shown = Pick<ForkComparison, 'forks' | 'dialogues' | 'effects'>

/** A comparison as cells of a row: forks, then recovery and turns right, each with the arms' shares and the effect. */
export function EffectCells({ forks, dialogues, effects }: Shown) {
  return (
    <>
      <Td numeric className="whitespace-nowrap">
        {quantity(forks)} <span className="text-xs text-ink-faint">({quantity(dialogues)})</span>
      </Td>
      {forkMeasures.map((measure) => (
        <Fragment key={measure}>
          <Td numeric>
            <ArmsCell effect={effects[measure]} />
          </Td>
          <Td numeric>
            <EffectCell effect={effects[measure]} />
          </Td>
        </Fragment>
      ))}
    </>
  )
}

/** Both arms' shares: without, then with. */
function ArmsCell({ effect: { first, second } }: { effect: ForkEffect }) {
  return (
    <span className="whitespace-nowrap">
      {percent(second.value, 0)} <span className="text-ink-faint">→</span> {percent(first.value, 0)}
    </span>
  )
}

/** The paired difference in points with its interval, and whether the interval leaves zero out. */
function EffectCell({ effect: { difference, interval, better, worse } }: { effect: ForkEffect }) {
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
