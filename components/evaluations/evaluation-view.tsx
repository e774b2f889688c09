'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import type { ApiOutput } from '@/components/data/api-types'
import { askingAgain } from '@/components/data/asking-again'
import { useRunChanges } from '@/components/data/live'
import { renderedFirst } from '@/components/data/rendered-first'
import { useTRPC } from '@/components/data/trpc'
import { hasEnded, JobStatus } from '@/components/jobs/job-status'
import { liveRefetchMs } from '@/components/runs/is-live'
import { Page } from '@/components/shell/page'
import { Panel } from '@/components/ui/panel'
import { StaleNotice } from '@/components/ui/stale-notice'
import { asksAServer } from './asks-a-server'
import { EvaluationActions } from './evaluation-actions'
import { EvaluationFigures } from './evaluation-figures'
import { EvaluationScores } from './evaluation-scores'
import { EvaluationSettings } from './evaluation-settings'
import { FailuresToAnswer } from './failures-to-answer'
import { ServingJobs } from './serving-jobs'

export type Evaluation = ApiOutput['evaluations']['get']

/** One evaluation, live: how far it is, what it reached so far, what could not be played and why. */
export function EvaluationView({ initial, renderedAt }: { initial: Evaluation; renderedAt: Date }) {
  const trpc = useTRPC()
  const query = useQuery(
    trpc.evaluations.get.queryOptions(
      { id: initial.id },
      {
        ...renderedFirst(initial, renderedAt),
        // that no worker is alive any more is told to nobody
        refetchInterval: askingAgain<Evaluation>((data) => (data && hasEnded(data.status) ? false : liveRefetchMs)),
      },
    ),
  )
  useRunChanges(initial.id, () => void query.refetch(), 1000)
  const evaluation = query.data
  return (
    <Page
      title={
        <span className="flex flex-wrap items-center gap-2">
          {evaluation.name} <span className="font-normal text-ink-faint">#{evaluation.id}</span>
          <JobStatus status={evaluation.status} />
        </span>
      }
      lead={
        <Link href="/evaluations" className="hover:underline">
          All evaluations
        </Link>
      }
      actions={<EvaluationActions evaluation={evaluation} />}
    >
      <div className="grid grid-cols-1 gap-4">
        {query.isError && <StaleNotice error={query.error} />}
        <EvaluationFigures evaluation={evaluation} />
        <ServingJobs evaluation={evaluation} />
        <Panel flush title="Scores" note={scoresNote(evaluation)}>
          <EvaluationScores id={evaluation.id} results={evaluation.results} />
        </Panel>
        {((asksAServer(evaluation) && evaluation.requests > 0) || evaluation.openReasons.length > 0) && (
          <FailuresToAnswer evaluation={evaluation} />
        )}
        <EvaluationSettings evaluation={evaluation} />
      </div>
    </Page>
  )
}

const scoresNote = ({ done, total, repeats }: Evaluation): string =>
  `95 % intervals over dialogues${repeats > 1 ? `, ${repeats} repeats pooled` : ''}${done < total ? '; of what has been played so far' : ''}`
