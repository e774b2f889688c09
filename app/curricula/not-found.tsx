import Link from 'next/link'
import { Page } from '@/components/shell/page'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/states'

export default function CurriculumNotFound() {
  return (
    <Page title="Not found">
      <EmptyState
        title="There is no such curriculum or version"
        action={
          <Button asChild>
            <Link href="/curricula">All curricula</Link>
          </Button>
        }
      >
        It may have been deleted, or the address names a version that was never saved.
      </EmptyState>
    </Page>
  )
}
