'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { toast } from 'sonner'
import type { ApiOutput } from '@/components/data/api-types'
import { renderedFirst } from '@/components/data/rendered-first'
import { useTRPC } from '@/components/data/trpc'
import { dollars, tokens } from '@/components/evaluations/dollars'
import { JobActions } from '@/components/jobs/job-actions'
import { hasEnded, JobStatus } from '@/components/jobs/job-status'
import { Page } from '@/components/shell/page'
import { Figure } from '@/components/ui/figure'
import { quantity } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { ProgressBar } from '@/components/ui/progress-bar'
import { StaleNotice } from '@/components/ui/stale-notice'
import { EmptyState } from '@/components/ui/states'
import { ComparisonsTable } from './comparisons-table'
import { targetText } from './fork-tests-href'
import { playerText } from './fork-tests-view'
import { ForksTable } from './forks-table'
import { LaunchArmsPanel } from './launch-arms-panel'
import { RuleEffectsTable } from './rule-effects-table'

type ForkTest = ApiOutput['forkTests']['get']

const lookEveryMs = 1000

/** One fork test: how far it is, what the hints cause, and every fork behind the figures. */
export function ForkTestView({ initial, renderedAt }: { initial: ForkTest; renderedAt: Date }) {
  const trpc = useTRPC()
  const query = useQuery(
    trpc.forkTests.get.queryOptions(
      { id: initial.id },
      {
        ...renderedFirst(initial, renderedAt),
        refetchInterval: ({ state }) => (state.data && hasEnded(state.data.status) ? false : lookEveryMs),
      },
    ),
  )
  const test = query.data
  return (
    <Page
      title={
        <span className="flex flex-wrap items-center gap-2">
          {targetText(test.target)} <span className="font-normal text-ink-faint">#{test.id}</span>
          <JobStatus status={test.status} />
        </span>
      }
      lead={
        <Link href="/hints/fork-tests" className="hover:underline">
          All fork tests
        </Link>
      }
      actions={<Actions test={test} />}
    >
      <div className="grid grid-cols-1 gap-4">
        {query.isError && <StaleNotice error={query.error} />}
        <Progress test={test} />
        {test.comparisons.length > 0 && (
          <>
            <Panel flush title="What the hints cause" note={causes}>
              <ComparisonsTable test={test} />
            </Panel>
            <Panel
              flush
              title="Rule by rule"
              note="The ledger’s figures are of the same rule in the same run, but observed: stages decide who reads hints, and the policy changes meanwhile. They are not this test’s result and are never added to it."
            >
              <RuleEffectsTable test={test} />
            </Panel>
          </>
        )}
        <Panel flush title="Forks" note="Recorded failing calls, drawn by lot; each opens into what was told and done">
          <ForksTable test={test} />
        </Panel>
        {test.comparisons.length > 0 && test.player.kind === 'checkpoint' && <LaunchArmsPanel test={test} />}
      </div>
    </Page>
  )
}

const causes =
  'The same failing calls, played on under each arm with the same chances. Differences in points, with 95 % intervals from a bootstrap over dialogues where there are five of them or more.'

function Progress({ test }: { test: ForkTest }) {
  const { total, done, skipped, population, repeats, seed, runId, runName, player, status, statusReason } = test
  const isWaiting = status === 'queued' && !test.hasWorker
  return (
    <Panel>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
        <Figure
          label="Forks played"
          value={`${quantity(done)} of ${quantity(total)}`}
          detail={skipped > 0 ? `${quantity(skipped)} left out` : `drawn from ${quantity(population)}`}
        />
        <Figure label="Arms" value={test.arms.length} detail={test.arms.join(', ')} />
        <Figure label="Repeats" value={repeats} detail={`seed ${seed}`} />
        <Figure
          label="Run"
          value={
            <Link href={`/runs/${runId}`} prefetch={false} className="hover:underline">
              #{runId}
            </Link>
          }
          detail={runName}
        />
        <Figure
          label="Plays on"
          value={player.kind === 'endpoint' ? player.model : 'CPU policy'}
          detail={playerText(player)}
        />
        {player.kind === 'endpoint' ? (
          <Figure
            label="Cost"
            value={dollars(test.cost)}
            detail={`${tokens(test.promptTokens)} + ${tokens(test.completionTokens)} tokens`}
          />
        ) : (
          <Figure label="Test tasks" value={test.testTasks ? 'included' : 'left alone'} />
        )}
      </dl>
      {!hasEnded(status) && <ProgressBar share={(done + skipped) / total} label="Forks played" className="mt-3" />}
      {statusReason !== null && <p className="mt-2 text-ink-soft">{statusReason}</p>}
      {isWaiting && (
        <p className="mt-2 text-warn">No worker is alive: it waits until one is started (npm start runs one).</p>
      )}
      {done === 0 && status === 'finished' && <EmptyState title="No fork could be played" />}
    </Panel>
  )
}

function Actions({ test: { id, status } }: { test: ForkTest }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const settled = {
    onSettled: () => queryClient.invalidateQueries(trpc.forkTests.pathFilter()),
    onError: (error: { message: string }) => toast.error(error.message),
  }
  const cancel = useMutation(trpc.forkTests.cancel.mutationOptions(settled))
  const resume = useMutation(trpc.forkTests.resume.mutationOptions(settled))
  return <JobActions {...{ id, status, cancel, resume }} />
}
