'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/data/trpc'
import { Button } from '@/components/ui/button'

/** Plays the test tasks of a trained run once more; nothing is trained. */
export function RepeatEvaluation({ run }: { run: number }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const repeat = useMutation(
    trpc.runs.repeatEvaluation.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.runs.pathFilter()),
      onError: (error) => toast.error(error.message),
    }),
  )
  return (
    <Button disabled={repeat.isPending} onClick={() => repeat.mutate({ run })} title="Plays the test tasks again">
      <RotateCcw aria-hidden />
      Repeat the evaluation
    </Button>
  )
}
