import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { EvaluationView } from '@/components/evaluations/evaluation-view'
import { isNotFound } from '@/server/api/is-not-found'
import { serverCaller } from '@/server/api/root'

interface EvaluationPageProps {
  readonly params: Promise<{ evaluation: string }>
}

export const dynamic = 'force-dynamic'

/** Once a request. */
const evaluationOf = cache(async (text: string) => {
  const id = Number(text)
  if (!Number.isInteger(id) || id < 1 || id > 2 ** 31 - 1) notFound()
  try {
    return await serverCaller.evaluations.get({ id })
  } catch (error) {
    if (isNotFound(error)) notFound()
    throw error
  }
})

export async function generateMetadata({ params }: EvaluationPageProps): Promise<Metadata> {
  const { id, name } = await evaluationOf((await params).evaluation)
  return { title: `${name} #${id}` }
}

export default async function EvaluationPage({ params }: EvaluationPageProps) {
  const initial = await evaluationOf((await params).evaluation)
  return <EvaluationView key={initial.id} initial={initial} renderedAt={new Date()} />
}
