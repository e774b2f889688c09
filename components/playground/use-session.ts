'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { useTRPC } from '@/components/data/trpc'
import { sessionHref } from './playground-href'

/** Moves and changes of a session; each leads to the page of the session with it. */
export function useSession(session: string) {
  const trpc = useTRPC()
  const router = useRouter()
  const [isLoading, startLoading] = useTransition()
  const options = {
    onSuccess: (next: string) => startLoading(() => router.push(sessionHref(next, location.search), { scroll: false })),
  }
  const move = useMutation(trpc.playground.move.mutationOptions(options))
  const change = useMutation(trpc.playground.change.mutationOptions(options))
  return {
    isBusy: move.isPending || change.isPending || isLoading,
    move: (made: Parameters<typeof move.mutate>[0]['move']) => move.mutate({ session, move: made }),
    change: (changes: Omit<Parameters<typeof change.mutate>[0], 'session'>) => change.mutate({ session, ...changes }),
    /** Dotted field → what was wrong with the last move. */
    fields: (move.error?.data?.fields ?? {}) as Readonly<Record<string, string>>,
    problem: move.error?.message ?? change.error?.message ?? null,
  }
}
export type SessionActions = ReturnType<typeof useSession>
