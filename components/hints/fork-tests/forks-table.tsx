'use client'

import { ChevronDown, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { Fragment } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { useSearchState } from '@/components/data/use-search-state'
import { stepHref } from '@/components/hints/failure-examples'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { missing, quantity } from '@/components/ui/format'
import { ForkOutcomes } from './fork-outcomes'

type ForkTest = ApiOutput['forkTests']['get']
type Fork = ForkTest['forks'][number]

/** Forks shown before a person asks for all of them. */
const firstForks = 20

/** Every fork with both arms' outcomes; each opens into what was said. */
export function ForksTable({ test }: { test: ForkTest }) {
  const [search, change] = useSearchState()
  const open = search.get('fork')
  const all = search.get('all') !== null
  const forks = all ? test.forks : test.forks.filter(({ fork }) => fork < firstForks || String(fork + 1) === open)
  return (
    <>
      <TableFrame label="Forks">
        <Table>
          <thead>
            <tr>
              <Th>Fork</Th>
              <Th>Failing call</Th>
              <Th>Task</Th>
              {test.arms.map((arm) => (
                <Th key={arm} numeric title="Of its repeats: recovered, and turn right">
                  {arm}: recovered, right
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {forks.map((fork) => (
              <Fragment key={fork.fork}>
                <ForkLine
                  fork={fork}
                  arms={test.arms}
                  isOpen={open === String(fork.fork + 1)}
                  onOpen={(isOpen) => change({ fork: isOpen ? String(fork.fork + 1) : null })}
                />
                {open === String(fork.fork + 1) && (
                  <tr>
                    <td colSpan={3 + test.arms.length} className="border-b border-line p-0">
                      <ForkOutcomes test={test.id} fork={fork.fork} arms={test.arms} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </Table>
      </TableFrame>
      {forks.length < test.forks.length && (
        <div className="p-2 text-center">
          <Button onClick={() => change({ all: 'yes' })}>Show all {quantity(test.forks.length)} forks</Button>
        </div>
      )}
    </>
  )
}

interface ForkLineProps {
  readonly fork: Fork
  readonly arms: readonly string[]
  readonly isOpen: boolean
  readonly onOpen: (open: boolean) => void
}

function ForkLine({
  fork: { fork, episode, step, task, turn, tool, code, state, reason, arms: tallies },
  arms,
  isOpen,
  onOpen,
}: ForkLineProps) {
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <tr className="hover:bg-raised/60">
      <Td>
        <Button
          size="small"
          look="quiet"
          disabled={state !== 'done'}
          aria-expanded={isOpen}
          aria-label={`Fork ${fork + 1}`}
          onClick={() => onOpen(!isOpen)}
        >
          <Chevron aria-hidden />
          {fork + 1}
        </Button>
      </Td>
      <Td className="min-w-52">
        {tool} <code className="text-xs text-ink-faint">{code}</code>
        {state === 'skipped' && (
          <p className="text-xs text-ink-soft">
            <Badge tone="warn">left out</Badge> {reason}
          </p>
        )}
        {state === 'open' && reason !== null && <p className="text-xs text-bad">{reason}</p>}
      </Td>
      <Td className="min-w-36">
        <Link
          href={stepHref({ episode, step })}
          prefetch={false}
          className="text-accent hover:underline"
          title="Open the recorded step in which the call failed"
        >
          {task}
        </Link>{' '}
        <span className="text-xs text-ink-faint">turn {turn + 1}</span>
      </Td>
      {arms.map((arm, index) => {
        const tally = tallies[index]
        return (
          <Td key={arm} numeric className="whitespace-nowrap">
            {tally ? `${tally.recovered}, ${tally.turnOk} of ${tally.repeats}` : missing}
          </Td>
        )
      })}
    </tr>
  )
}
