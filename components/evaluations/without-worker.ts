import type { ApiOutput } from '@/components/data/api-types'
import { hasEnded } from '@/components/jobs/job-status'

type Standing = Pick<ApiOutput['evaluations']['get'], 'status' | 'hasWorker'>

/** What a person has to do because nobody carries the evaluation out; null: somebody does, or it has ended. */
export function withoutWorker({ status, hasWorker }: Standing): string | null {
  if (hasWorker || hasEnded(status)) return null
  const what = status === 'queued' ? 'carry it out' : 'go on with it'
  return `No worker is alive to ${what}: start Envtune with npm start.`
}
