'use client'

import { RunCluster } from '@/components/backends/run-cluster'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { isLive } from '../is-live'
import { AllSeries } from './all-series'
import { EvaluationTable } from './evaluation-table'
import type { SentSeries } from './merge-series'
import { RunAttempts } from './run-attempts'
import { RunCharts } from './run-charts'
import type { RunPageData } from './run-header'
import { StageCards } from './stage-cards'
import { TaskLifePanel } from './task-life-panel'
import { useRunSeries } from './use-run-series'

/** Stages with their gates, charts, evaluations, attempts. */
export function RunOverview({ run, series: initial }: { run: RunPageData; series: SentSeries }) {
  const series = useRunSeries(run.id, initial, run.attempts.length)
  return (
    <div className="grid grid-cols-1 gap-4">
      {run.stages.length > 0 && (
        <StageCards
          stages={run.stages}
          hints={run.augmentationSet !== null}
          step={run.trainingStep}
          status={run.status}
        />
      )}
      {run.kind !== 'import' && (
        <>
          <RunCharts run={run} data={series} />
          <AllSeries run={run.id} live={isLive(run.status)} epoch={run.attempts.length} />
        </>
      )}
      {run.kind === 'import' && (
        <Panel>
          <EmptyState title="Episodes only">
            They were imported, or played in the playground: nothing was trained or measured here.
          </EmptyState>
        </Panel>
      )}
      {run.evaluations.length > 0 && (
        <Panel
          title="Evaluation"
          note="Held-out tasks, greedy, standard feedback, the benchmark’s rules; 95 % intervals over dialogues"
          flush
        >
          <EvaluationTable evaluations={run.evaluations} />
        </Panel>
      )}
      {run.kind === 'training' && run.stages.length > 0 && <TaskLifePanel run={run} />}
      {run.backend.kind === 'ray' && <RunCluster run={run.id} live={isLive(run.status)} stages={run.stages} />}
      {run.attempts.length > 0 && run.kind === 'training' && (
        <Panel title="Attempts" flush>
          <RunAttempts attempts={run.attempts} trainingStep={run.trainingStep} />
        </Panel>
      )}
    </div>
  )
}
