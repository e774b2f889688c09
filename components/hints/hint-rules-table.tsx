import Link from 'next/link'
import type { ApiOutput } from '@/components/data/api-types'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { quantity } from '@/components/ui/format'
import { conditionText } from './condition-text'
import { newForkTestHref } from './fork-tests/fork-tests-href'
import { type HintsScope, hintsHref } from './hints-scope'
import { NextBar } from './next-bar'
import { DifferenceCell, ShareCell } from './share-cell'

type Rule = ApiOutput['hints']['ledger']['rules'][number]

/** Of figures with their intervals: the head takes two lines. */
const narrow = 'w-24 whitespace-normal leading-4'

/** Per rule: when it speaks, what it says, how often it was shown and what followed. */
export function HintRulesTable({ rules, scope }: { rules: readonly Rule[]; scope: HintsScope }) {
  return (
    <TableFrame label="Hint rules">
      <Table>
        <thead>
          <tr>
            <Th>Rule</Th>
            <Th className="max-md:hidden">What the agent is told</Th>
            <Th
              numeric
              title="Failing calls after which the agent read the hint; in brackets all that the rule matches"
            >
              Shown (of)
            </Th>
            <Th numeric title="Tasks in which it was shown">
              Tasks
            </Th>
            <Th title="The message that followed the hint">What the agent did next</Th>
            <Th
              numeric
              className={narrow}
              title="The same tool, or one that the error names in its place, succeeded later in the turn"
            >
              Recovered
            </Th>
            <Th numeric className={narrow} title="The same, where the agent read the standard text instead">
              Recovered without
            </Th>
            <Th numeric className={narrow} title="Turns with this failure and the hint whose reward was 1 in the end">
              Turn right
            </Th>
            <Th numeric className={narrow} title="The same, where the agent read the standard text instead">
              Turn right without
            </Th>
            <Th numeric title="Turn success with the hint minus without it, in points; observational">
              Difference
            </Th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.id} className="align-top">
              <Td className="min-w-40 py-2 align-top md:min-w-48">
                <Link
                  href={hintsHref(`/hints/rules/${encodeURIComponent(rule.id)}`, scope)}
                  prefetch={false}
                  className="font-medium hover:underline"
                >
                  {rule.id}
                </Link>
                <p className="text-xs text-ink-faint">
                  {[rule.domain, rule.tools.join(', '), rule.code].filter(Boolean).join(' · ')}
                </p>
                {rule.conditions.map((condition) => (
                  <p key={JSON.stringify(condition)} className="text-xs text-ink-soft">
                    <code>{conditionText(condition)}</code>
                  </p>
                ))}
                {rule.failures > 0 && (
                  <Link
                    href={newForkTestHref({ run: scope.run, target: { kind: 'rule', rule: rule.id } })}
                    prefetch={false}
                    className="text-xs text-accent hover:underline"
                    aria-label={`Test ${rule.id} causally`}
                  >
                    Test causally
                  </Link>
                )}
              </Td>
              <Td className="min-w-64 max-w-md py-2 align-top text-ink-soft max-md:hidden" title={rule.template}>
                <span className="line-clamp-3">{rule.template}</span>
              </Td>
              <Td numeric className="whitespace-nowrap py-2 align-top">
                {quantity(rule.shown)} <span className="text-xs text-ink-faint">({quantity(rule.failures)})</span>
              </Td>
              <Td numeric className="py-2 align-top">
                {quantity(rule.tasks)}
              </Td>
              <Td className="py-2 align-top">
                <NextBar counts={rule.nextShown} />
              </Td>
              <Td numeric className="py-2 align-top">
                <ShareCell share={rule.recoveredWhenShown} />
              </Td>
              <Td numeric className="py-2 align-top">
                <ShareCell share={rule.recoveredOtherwise} />
              </Td>
              <Td numeric className="py-2 align-top">
                <ShareCell share={rule.turns.withHint} />
              </Td>
              <Td numeric className="py-2 align-top">
                <ShareCell share={rule.turns.without} />
              </Td>
              <Td numeric className="py-2 align-top">
                <DifferenceCell difference={rule.turns.difference} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}
