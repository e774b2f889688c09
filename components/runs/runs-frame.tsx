import type { ReactNode, RefObject } from 'react'
import { Panel } from '@/components/ui/panel'
import { Refreshing } from '@/components/ui/refreshing'
import { RunsToolbar } from './runs-toolbar'
import type { RunsViewState } from './runs-view-state'

interface RunsFrameProps {
  readonly view: RunsViewState
  readonly field: RefObject<HTMLInputElement | null>
  readonly counts: Readonly<Record<string, number>>
  readonly hasWorker: boolean
  /** What is shown below is of the view before. */
  readonly isLoading: boolean
  readonly onChange: (view: RunsViewState) => void
  readonly children: ReactNode
}

/** What stands above the runs, one by one or over seeds. */
export function RunsFrame({ view, field, counts, hasWorker, isLoading, onChange, children }: RunsFrameProps) {
  return (
    <Panel flush>
      <RunsToolbar view={view} counts={counts} field={field} onChange={onChange} />
      {!hasWorker && (counts.queued ?? 0) > 0 && (
        <p role="status" className="bg-warn-soft px-3 py-2 text-warn">
          Queued runs wait: no worker is alive to take them. Start Envtune with <code>npm start</code>.
        </p>
      )}
      <Refreshing busy={isLoading}>{children}</Refreshing>
    </Panel>
  )
}
