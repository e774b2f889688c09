'use client'

import { useQuery } from '@tanstack/react-query'
import { GitFork } from 'lucide-react'
import Link from 'next/link'
import type { ApiOutput } from '@/components/data/api-types'
import { renderedFirst } from '@/components/data/rendered-first'
import { useTRPC } from '@/components/data/trpc'
import type { HintsScope } from '@/components/hints/hints-scope'
import { JobProgress } from '@/components/jobs/job-progress'
import { hasEnded, JobStatus } from '@/components/jobs/job-status'
import { Age } from '@/components/ui/age'
import { Button } from '@/components/ui/button'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { Panel } from '@/components/ui/panel'
import { StaleNotice } from '@/components/ui/stale-notice'
import { EmptyState } from '@/components/ui/states'
import { newForkTestHref, targetText } from './fork-tests-href'

type List = ApiOutput['forkTests']['list']

interface ForkTestsViewProps {
  readonly initial: List
  readonly before: number | null
  readonly scope: HintsScope
  readonly renderedAt: Date
}

const lookEveryMs = 2000

/** Fork tests, newest first; those that are being played move by themselves. */
export function ForkTestsView({ initial, before, scope, renderedAt }: ForkTestsViewProps) {
  const trpc = useTRPC()
  const list = useQuery(
    trpc.forkTests.list.queryOptions(
      { before },
      {
        ...renderedFirst(initial, renderedAt),
        refetchInterval: ({ state }) =>
          state.data?.tests.every(({ status }) => hasEnded(status)) ? false : lookEveryMs,
      },
    ),
  )
  const { tests, next } = list.data
  const begin = (
    <Button asChild look="primary">
      <Link href={newForkTestHref({ run: scope.run, target: { kind: 'all' } })}>
        <GitFork aria-hidden />
        New fork test
      </Link>
    </Button>
  )
  return (
    <div className="grid grid-cols-1 gap-4">
      {list.isError && <StaleNotice error={list.error} />}
      <div>{begin}</div>
      <Panel flush>
        {tests.length === 0 ? (
          <EmptyState title="No fork test yet">
            Take recorded failing calls, let the policy go on from them with a hint and without, and see what the hint
            causes.
          </EmptyState>
        ) : (
          <ForkTestsTable tests={tests} />
        )}
      </Panel>
      <div className="flex gap-2">
        {before !== null && (
          <Button asChild>
            <Link href="/hints/fork-tests">Newest</Link>
          </Button>
        )}
        {next !== null && (
          <Button asChild>
            <Link href={`/hints/fork-tests?before=${next}`}>Older</Link>
          </Button>
        )}
      </div>
    </div>
  )
}

function ForkTestsTable({ tests }: { tests: List['tests'] }) {
  return (
    <TableFrame label="Fork tests">
      <Table>
        <thead>
          <tr>
            <Th>Failing calls</Th>
            <Th>State</Th>
            <Th>Forks</Th>
            <Th>Arms</Th>
            <Th>Plays on</Th>
            <Th>Run</Th>
            <Th>Begun</Th>
          </tr>
        </thead>
        <tbody>
          {tests.map((test) => (
            <ForkTestRow key={test.id} test={test} />
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}

function ForkTestRow({ test }: { test: List['tests'][number] }) {
  const { id, target, status, done, skipped, total, arms, player, runId, runName, createdAt } = test
  const name = targetText(target)
  return (
    <tr className="hover:bg-raised/60">
      <Td className="min-w-48">
        <Link href={`/hints/fork-tests/${id}`} prefetch={false} className="font-medium hover:underline">
          {name}
        </Link>{' '}
        <span className="text-xs text-ink-faint">#{id}</span>
      </Td>
      <Td>
        <JobStatus status={status} />
      </Td>
      <JobProgress name={`${name} #${id}`} done={done + skipped} total={total} />
      <Td>{arms.join(', ')}</Td>
      <Td>{playerText(player)}</Td>
      <Td className="max-w-56 truncate" title={runName}>
        <Link href={`/runs/${runId}`} prefetch={false} className="hover:underline">
          #{runId} {runName}
        </Link>
      </Td>
      <Td>
        <Age at={createdAt} />
      </Td>
    </tr>
  )
}

/** Who plays on, in words. */
export const playerText = (player: List['tests'][number]['player']): string =>
  player.kind === 'endpoint' ? `${player.name} (${player.model})` : `the run’s policy at step ${player.step}`
