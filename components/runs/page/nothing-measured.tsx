import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'

/** Why a run has no charts. */
export function NothingMeasured({ live, external }: { live: boolean; external: boolean }) {
  return (
    <Panel>
      {external ? (
        <EmptyState title="No series with a known meaning">
          What the trainer logs under names that are not recognised is found under All series.
        </EmptyState>
      ) : live ? (
        <EmptyState title="Nothing measured yet">
          Charts appear with the first training step; the untrained policy is evaluated before it.
        </EmptyState>
      ) : (
        <EmptyState title="Nothing was measured">It ended before its first training step.</EmptyState>
      )}
    </Panel>
  )
}
