'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { toast } from 'sonner'
import { useTRPC } from '@/components/data/trpc'
import { Button } from '@/components/ui/button'

/** Stores what was played as an episode and opens it. */
export function SaveEpisode({ session, isDisabled }: { session: string; isDisabled: boolean }) {
  const trpc = useTRPC()
  const router = useRouter()
  const save = useMutation(
    trpc.playground.save.mutationOptions({
      onSuccess: ({ episode, created }) => {
        toast.success(created ? 'Saved as an episode, marked as played by hand' : 'It had been saved before')
        router.push(`/episodes/${episode}`)
      },
      onError: (error) => void toast.error(error.message),
    }),
  )
  return (
    <Button
      disabled={isDisabled || save.isPending}
      title="Marked as played by hand; in no run’s numbers. Turns that were not played score 0."
      onClick={() => save.mutate({ session })}
    >
      Save as an episode
    </Button>
  )
}
