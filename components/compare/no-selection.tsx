import Link from 'next/link'
import { Page } from '@/components/shell/page'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { mostIds } from '@/server/core/groups/id-list'

/** The address names no runs, or none that exist: says where to choose some. */
export function NoSelection({ title, unknown }: { title: string; unknown: boolean }) {
  return (
    <Page title={title}>
      <Panel>
        <EmptyState
          title={unknown ? 'None of these runs exists' : 'No runs are chosen'}
          action={
            <Button asChild look="primary">
              <Link href="/">Choose runs</Link>
            </Button>
          }
        >
          Tick runs in the runs table, then press Compare; or open an address such as{' '}
          <code className="whitespace-nowrap">?runs=3,5-8</code> that names at most {mostIds}.
        </EmptyState>
      </Panel>
    </Page>
  )
}
