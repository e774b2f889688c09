import type { Metadata } from 'next'
import { CheckpointChoice } from '@/components/evaluations/checkpoint-choice'
import { NewEvaluationForm } from '@/components/evaluations/new-evaluation-form'
import { firstEvaluation } from '@/components/evaluations/new-evaluation-state'
import { Page } from '@/components/shell/page'
import { serverCaller } from '@/server/api/root'

interface NewEvaluationPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'New evaluation' }

export default async function NewEvaluationPage({ searchParams }: NewEvaluationPageProps) {
  const { endpoint, suite } = await searchParams
  const options = await serverCaller.evaluations.options()
  const suites = suite === undefined ? [] : Array.isArray(suite) ? suite : [suite]
  const start = firstEvaluation(options, { endpoint: typeof endpoint === 'string' ? endpoint : null, suites })
  return (
    <Page
      title="New evaluation"
      lead="A chat model plays the test tasks of suites; the leaderboard shows what it reached."
    >
      <NewEvaluationForm options={options} start={start} />
      <CheckpointChoice runs={options.runs} />
    </Page>
  )
}
