'use client'

import Link from 'next/link'
import type { ApiOutput } from '@/components/data/api-types'
import { useSearchState } from '@/components/data/use-search-state'
import { hintsHref } from '@/components/hints/hints-scope'
import { DifferenceCell, ShareCell } from '@/components/hints/share-cell'
import { Button } from '@/components/ui/button'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { missing, quantity } from '@/components/ui/format'
import { EffectCells } from './effect-cells'

type ForkTest = ApiOutput['forkTests']['get']

/** Rules shown before a person asks for all of them. */
const firstRules = 12

/**
 * Each rule's effect as the lots say, and apart from it what the ledger observed of the same rule in the same run. A
 * line between the two: they answer different questions.
 */
export function RuleEffectsTable({ test }: { test: ForkTest }) {
  const { byRule, arms, observed } = test
  const hasTwoSets = arms.length > 2
  const [search, change] = useSearchState()
  const shown = search.get('rules') === 'all' ? byRule : byRule.slice(0, firstRules)
  return (
    <>
      <TableFrame label="Effect of each rule">
        <Table>
          <thead>
            <tr>
              <Th colSpan={hasTwoSets ? 3 : 2}>
                <span className="sr-only">Rule</span>
              </Th>
              <Th colSpan={4} className="text-center text-ink">
                Fork test: what the hint causes
              </Th>
              <Th colSpan={3} className="border-l border-l-line-strong bg-raised/60 text-center">
                Ledger: what was observed, no lots drawn
              </Th>
            </tr>
            <tr>
              <Th>Rule</Th>
              {hasTwoSets && <Th>Set</Th>}
              <Th numeric>Forks</Th>
              <Th numeric>Recovered</Th>
              <Th numeric>Effect</Th>
              <Th numeric>Turn right</Th>
              <Th numeric>Effect</Th>
              <Th numeric className="border-l border-l-line-strong bg-raised/60">
                Recovered, shown
              </Th>
              <Th numeric className="bg-raised/60">
                otherwise
              </Th>
              <Th numeric className="bg-raised/60" title="Turn success with the hint minus without it, in points">
                Turn, difference
              </Th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ rule, first, forks, dialogues, effects }) => (
              <tr key={`${first}/${rule}`}>
                <Td className="min-w-44">
                  {rule === null ? (
                    <span className="text-ink-faint">no rule matches</span>
                  ) : (
                    <Link
                      href={hintsHref(`/hints/rules/${encodeURIComponent(rule)}`, { run: test.runId, group: null })}
                      prefetch={false}
                      className="font-medium hover:underline"
                    >
                      {rule}
                    </Link>
                  )}
                </Td>
                {hasTwoSets && <Td>{arms[first]}</Td>}
                <EffectCells {...{ forks, dialogues, effects }} />
                <Observed observed={observed.find((each) => each.rule === rule)} />
              </tr>
            ))}
          </tbody>
        </Table>
      </TableFrame>
      {shown.length < byRule.length && (
        <div className="p-2 text-center">
          <Button onClick={() => change({ rules: 'all' })}>Show all {quantity(byRule.length)} rules</Button>
        </div>
      )}
    </>
  )
}

function Observed({ observed }: { observed: ForkTest['observed'][number] | undefined }) {
  const cell = 'bg-raised/60 text-ink-soft'
  if (!observed)
    return (
      <Td colSpan={3} className={`border-l border-l-line-strong text-center ${cell}`}>
        {missing}
      </Td>
    )
  return (
    <>
      <Td numeric className={`border-l border-l-line-strong ${cell}`}>
        <ShareCell share={observed.recoveredWhenShown} />
      </Td>
      <Td numeric className={cell}>
        <ShareCell share={observed.recoveredOtherwise} />
      </Td>
      <Td numeric className={cell}>
        <DifferenceCell difference={observed.turns.difference} />
      </Td>
    </>
  )
}
