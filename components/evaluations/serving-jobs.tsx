import { RunJobs } from '@/components/backends/run-jobs'
import { serverNames } from '@/components/backends/server-names'
import { Panel } from '@/components/ui/panel'
import type { Evaluation } from './evaluation-view'

/** The jobs that serve the evaluated model on its cluster; nothing for who needs none. */
export function ServingJobs({ evaluation: { checkpoint, jobs } }: { evaluation: Evaluation }) {
  const served = checkpoint?.served
  if (!served || jobs.length === 0) return null
  return (
    <Panel
      flush
      title="On the cluster"
      note={`${serverNames[served.model.server]} serves the model on ${served.cluster} while it plays; then its job is stopped`}
    >
      <RunJobs jobs={jobs} what="Does" nameOf={() => 'serves the model'} />
    </Panel>
  )
}
