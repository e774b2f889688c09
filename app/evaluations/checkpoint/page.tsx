import { TRPCError } from '@trpc/server'
import type { Metadata } from 'next'
import Link from 'next/link'
import { CheckpointForm } from '@/components/evaluations/checkpoint-form'
import { firstCheckpointForm } from '@/components/evaluations/checkpoint-form-state'
import { Page } from '@/components/shell/page'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { errorWords } from '@/server/api/error-words'
import { serverCaller } from '@/server/api/root'

interface CheckpointPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Evaluate a checkpoint' }

export default async function EvaluateCheckpointPage({ searchParams }: CheckpointPageProps) {
  const { run, checkpoint } = await searchParams
  const options = await serverCaller.evaluations.checkpointOptions({ id: Number(run) }).catch((error: unknown) => {
    if (error instanceof TRPCError && error.code !== 'INTERNAL_SERVER_ERROR') return errorWords(error)
    throw error
  })
  return (
    <Page
      title="Evaluate a checkpoint"
      lead="A run’s policy plays the test tasks of suites as it stood at a checkpoint; every episode is recorded."
    >
      {typeof options === 'string' ? (
        <Panel>
          <EmptyState
            title="No checkpoint to evaluate"
            action={
              <Button asChild>
                <Link href="/">All runs</Link>
              </Button>
            }
          >
            {typeof run === 'string' && /^\d+$/.test(run) ? options : 'Open a run and choose “Evaluate a checkpoint”.'}
          </EmptyState>
        </Panel>
      ) : (
        <CheckpointForm
          options={options}
          start={firstCheckpointForm(options, typeof checkpoint === 'string' ? checkpoint : null)}
        />
      )}
    </Page>
  )
}
