'use client'

import { TRPCClientError } from '@trpc/client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { useTRPCClient } from '@/components/data/trpc'
import { changeRules, type DraftChange } from '@/server/core/hints/draft-change'

export type Draft = ApiOutput['hints']['draft']
export type Problem = Draft['problems'][number]
export type NameChange = { readonly do: 'name'; readonly name: string; readonly title: string }

/** Typing is stored when it rests for a moment. */
const restMs = 500

/**
 * A draft that is stored as it is changed: changes show at once and are sent one after the other, each in the revision
 * that it was made in. `settle` waits until all are stored and answers the revision.
 */
export function useDraft(initial: Draft) {
  const client = useTRPCClient()
  const [rules, setRules] = useState(initial.rules)
  const [names, setNames] = useState({ name: initial.name, title: initial.title })
  const [problems, setProblems] = useState<readonly Problem[]>(initial.problems)
  const [error, setError] = useState<StoreError | null>(null)
  const [isStoring, setStoring] = useState(false)
  const queue = useRef<(DraftChange | NameChange)[]>([])
  const revision = useRef(initial.revision)
  const sending = useRef<Promise<void> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const send = useCallback((): Promise<void> => {
    clearTimeout(timer.current)
    // it would end before it is noted as being under way, and stay noted for ever
    if (queue.current.length === 0) return sending.current ?? Promise.resolve()
    sending.current ??= (async () => {
      try {
        for (let change = queue.current[0]; change; change = queue.current[0]) {
          const stored = await client.hints.changeDraft.mutate({
            draft: initial.id,
            revision: revision.current,
            change,
          })
          revision.current = stored.revision
          // what was typed meanwhile has taken the place of what was sent
          queue.current = queue.current.filter((waiting) => waiting !== change)
          setProblems(stored.problems)
          setError(null)
        }
        setStoring(false)
      } catch (failure) {
        setError(storeError(failure))
        throw failure
      } finally {
        sending.current = null
      }
    })()
    return sending.current
  }, [client, initial.id])

  const enqueue = useCallback(
    (change: DraftChange | NameChange, wait: number) => {
      queue.current = withChange(queue.current, change, sending.current !== null)
      setStoring(true)
      clearTimeout(timer.current)
      // a failure is shown by `error`, and tried again with the next change
      timer.current = setTimeout(() => void send().catch(() => {}), wait)
    },
    [send],
  )
  const change = useCallback(
    (next: DraftChange) => {
      setRules((now) => [...changeRules(now, next)])
      enqueue(next, next.do === 'set' ? restMs : 0)
    },
    [enqueue],
  )
  const rename = useCallback(
    (next: { name: string; title: string }) => {
      setNames(next)
      enqueue({ do: 'name', ...next }, restMs)
    },
    [enqueue],
  )
  const settle = useCallback(async () => {
    await send()
    return revision.current
  }, [send])
  useEffect(() => () => void send().catch(() => {}), [send])
  return { rules, names, problems, error, isStoring, change, rename, settle, retry: settle }
}

/** Why a change was not stored, and what can be done about it. */
export interface StoreError {
  readonly message: string
  /** `load`: the draft is another by now. `leave`: it is gone. `retry`: it may work later, or with another text. */
  readonly remedy: 'retry' | 'load' | 'leave'
}

function storeError(failure: unknown): StoreError {
  const message = failure instanceof Error ? failure.message : String(failure)
  const code: unknown = failure instanceof TRPCClientError ? failure.data?.code : null
  return { message, remedy: code === 'CONFLICT' ? 'load' : code === 'NOT_FOUND' ? 'leave' : 'retry' }
}

/** Of changes to the same rule, or to the names, only the last is sent; the one on its way stays. */
function withChange(
  queue: readonly (DraftChange | NameChange)[],
  change: DraftChange | NameChange,
  isSending: boolean,
): (DraftChange | NameChange)[] {
  const last = queue.at(-1)
  const replaces =
    last !== undefined &&
    !(isSending && queue.length === 1) &&
    ((last.do === 'set' && change.do === 'set' && last.index === change.index) ||
      (last.do === 'name' && change.do === 'name'))
  return replaces ? [...queue.slice(0, -1), change] : [...queue, change]
}
