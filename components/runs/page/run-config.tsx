import type { ApiOutput } from '@/components/data/api-types'
import { CopyButton } from '@/components/ui/copy-button'
import { Panel } from '@/components/ui/panel'
import { countOf } from '@/server/core/count-of'
import type { RunSnapshot } from '@/server/core/runs/snapshot'
import { RunDifference } from './run-difference'
import type { RunPageData } from './run-header'

/** What of a run's configuration the page reads. */
export interface RunConfiguration {
  readonly snapshot: RunSnapshot
  /** The run that it is held against, and both of them. */
  readonly against: number | null
  readonly compared: ApiOutput['compare']['runs'] | null
}

/** The run's immutable snapshot: everything that determines its numbers, and in what it differs from another's. */
export function RunConfig({ run, snapshot, against, compared }: RunConfiguration & { readonly run: RunPageData }) {
  const { augmentation, curriculum, settings, ...rest } = snapshot
  const short = {
    ...rest,
    augmentation:
      augmentation && `${augmentation.name} ${augmentation.version}, ${countOf(augmentation.rules.length, 'rule')}`,
  }
  return (
    <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
      <div className="min-w-0 lg:col-span-2">
        <RunDifference run={run} against={against} compared={compared} />
      </div>
      <Panel
        title="Run"
        actions={<CopyButton text={JSON.stringify(snapshot, null, 2)} label="Copy the whole snapshot" />}
      >
        <Json value={short} />
      </Panel>
      <Panel title={snapshot.backend === 'local' ? 'Policy settings' : 'Trainer settings'}>
        <Json value={settings} />
      </Panel>
      <Panel title="Curriculum" className="lg:col-span-2">
        <Json value={curriculum} />
      </Panel>
    </div>
  )
}

function Json({ value }: { value: unknown }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable regions need a tab stop
    <pre tabIndex={0} className="max-h-[32rem] overflow-auto leading-5">
      {JSON.stringify(value, null, 2)}
    </pre>
  )
}
