'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { OctagonX, Play } from 'lucide-react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/data/trpc'
import { Button } from '@/components/ui/button'

interface RunActionsProps {
  readonly run: { readonly id: number; readonly name: string; readonly kind: string; readonly status: string }
  /** Only what fits into a table row. */
  readonly compact?: boolean
}

/** Stop while it lives, resume when it ended early; a run that another program carries out is not ours to do either. */
export function RunActions({ run, compact }: RunActionsProps) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const settled = {
    onSettled: () => queryClient.invalidateQueries(trpc.runs.pathFilter()),
    onError: (error: { message: string }) => toast.error(error.message),
  }
  const stop = useMutation(trpc.runs.stop.mutationOptions(settled))
  const resume = useMutation(trpc.runs.resume.mutationOptions(settled))
  const size = compact ? 'small' : 'normal'
  if (run.kind !== 'training') return null
  if (run.status === 'queued' || run.status === 'running' || run.status === 'evaluating') {
    return (
      <Button
        look={compact ? 'quiet' : 'danger'}
        size={size}
        disabled={stop.isPending}
        onClick={() => stop.mutate({ run: run.id })}
        aria-label={`Stop ${run.name}`}
        title={compact ? 'Stop' : undefined}
      >
        <OctagonX aria-hidden />
        {!compact && 'Stop'}
      </Button>
    )
  }
  if (run.status === 'stopped' || run.status === 'failed') {
    return (
      <Button
        look={compact ? 'quiet' : 'plain'}
        size={size}
        disabled={resume.isPending}
        onClick={() => resume.mutate({ run: run.id })}
        aria-label={`Resume ${run.name}`}
        title={compact ? 'Resume' : undefined}
      >
        <Play aria-hidden />
        {!compact && 'Resume'}
      </Button>
    )
  }
  return null
}
