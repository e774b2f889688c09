'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleStop, Play } from 'lucide-react'
import Link from 'next/link'
import { toast } from 'sonner'
import { useTRPC } from '@/components/data/trpc'
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
      {(status === 'queued' || status === 'running') && (
        <Button look="danger" disabled={cancel.isPending} onClick={() => cancel.mutate({ id })}>
          <CircleStop aria-hidden />
          Cancel
        </Button>
      )}
      {(status === 'stopped' || status === 'failed') && (
        <Button look="primary" disabled={resume.isPending} onClick={() => resume.mutate({ id })}>
          <Play aria-hidden />
          Resume
        </Button>
      )}
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
