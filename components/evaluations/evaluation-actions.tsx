'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { toast } from 'sonner'
import { useTRPC } from '@/components/data/trpc'
import { JobActions } from '@/components/jobs/job-actions'
import { rowsHref } from '@/components/leaderboard/rows-address'
import { Button } from '@/components/ui/button'
import type { Evaluation } from './evaluation-view'

/** What can be done about an evaluation as it stands. */
export function EvaluationActions({ evaluation: { id, status, base } }: { evaluation: Evaluation }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const settled = {
    onSettled: () => queryClient.invalidateQueries(trpc.evaluations.pathFilter()),
    onError: (error: { message: string }) => toast.error(error.message),
  }
  const cancel = useMutation(trpc.evaluations.cancel.mutationOptions(settled))
  const resume = useMutation(trpc.evaluations.resume.mutationOptions(settled))
  return (
    <>
      <JobActions {...{ id, status, cancel, resume }} />
      <Button asChild>
        <Link href={`/episodes?run=${id}`}>Episodes</Link>
      </Button>
      {base !== null && status === 'finished' && (
        <Button asChild>
          <Link href={rowsHref(base, id)}>Against the untrained policy</Link>
        </Button>
      )}
      <Button asChild>
        <Link href="/leaderboard">Leaderboard</Link>
      </Button>
    </>
  )
}
