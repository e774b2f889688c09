import Form from 'next/form'
import Link from 'next/link'
import { ConfigTable } from '@/components/compare/config-table'
import type { ApiOutput } from '@/components/data/api-types'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'

interface RunDifferenceProps {
  readonly run: { readonly id: number; readonly parent: { readonly id: number; readonly name: string } | null }
  /** The run that it is held against; null: none was named and it is nobody's clone. */
  readonly against: number | null
  /** Both; of `against` nothing if there is no such run. */
  readonly compared: ApiOutput['compare']['runs'] | null
}

/** In what the run's configuration differs from its parent's, or from that of any run. */
export function RunDifference({ run, against, compared }: RunDifferenceProps) {
  const isThere = compared?.runs.some(({ id }) => id === against) ?? false
  return (
    <Panel
      flush
      title="Differences"
      note={
        against !== null && against === run.parent?.id
          ? `From #${against}, of which it is a clone`
          : 'From any other run: only what differs, seeds left out'
      }
      actions={
        <Form action={`/runs/${run.id}`} scroll={false} className="flex items-center gap-2">
          <input type="hidden" name="tab" value="config" />
          <label className="flex items-center gap-1.5 text-xs text-ink-soft">
            Against run #
            <input
              name="against"
              inputMode="numeric"
              pattern="[0-9]{1,9}"
              title="A run’s number"
              required
              defaultValue={against ?? ''}
              className="h-8 w-20 rounded-md border border-line-strong bg-surface px-2 text-ink tabular-nums"
            />
          </label>
          <Button type="submit">Compare</Button>
        </Form>
      }
    >
      {against === null ? (
        <EmptyState title="Not a clone">Name the run to hold it against.</EmptyState>
      ) : !compared || !isThere || against === run.id ? (
        <EmptyState title={against === run.id ? 'That is this run' : `There is no run #${against}`}>
          {run.parent ? (
            <Link href={`/runs/${run.id}?tab=config`} className="underline hover:text-ink">
              Against {run.parent.name} #{run.parent.id}, of which it is a clone
            </Link>
          ) : (
            'Name another one.'
          )}
        </EmptyState>
      ) : (
        <ConfigTable {...inOrder(compared, run.id)} />
      )}
    </Panel>
  )
}

/** This run's column first. */
function inOrder({ arms, differences }: ApiOutput['compare']['runs'], run: number) {
  if (arms[0]?.runs.includes(run)) return { arms, differences }
  const turned = differences.map(({ path, values }) => ({ path, values: [...values].reverse() }))
  return { arms: [...arms].reverse(), differences: turned }
}
