'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react'
import { useTRPCClient } from './trpc'

export interface RunChange {
  readonly run: number
  readonly change: number
}
type Listener = (change: RunChange) => void

/** Stands for every run: something may have been missed. */
const anyRun: RunChange = { run: 0, change: 0 }

const Live = createContext<{ subscribe: (listener: Listener) => () => void } | null>(null)

/**
 * One event stream a browser: the tab that holds the lock keeps it open and tells the others.
 * When that tab closes the lock passes on.
 */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useTRPCClient()
  const listeners = useRef(new Set<Listener>())

  useEffect(() => {
    const channel = new BroadcastChannel('envtune-live')
    const stop = new AbortController()
    const tell = (change: RunChange) => {
      for (const listener of listeners.current) listener(change)
    }
    channel.onmessage = (event: MessageEvent<RunChange>) => tell(event.data)
    const lead = () =>
      new Promise<void>((resolve) => {
        // the first thing it says, also when it connects again, is that any run may have changed
        const subscription = client.live.changes.subscribe(undefined, {
          onData: (change) => {
            tell(change)
            channel.postMessage(change)
          },
        })
        stop.signal.addEventListener('abort', () => {
          subscription.unsubscribe()
          resolve()
        })
      })
    navigator.locks.request('envtune-live', { signal: stop.signal }, lead).catch((error: unknown) => {
      if (!stop.signal.aborted) throw error
    })
    return () => {
      stop.abort()
      channel.close()
    }
  }, [client])

  const value = useMemo(
    () => ({
      subscribe: (listener: Listener) => {
        listeners.current.add(listener)
        return () => {
          listeners.current.delete(listener)
        }
      },
    }),
    [],
  )
  return <Live.Provider value={value}>{children}</Live.Provider>
}

/**
 * Calls back for every change of the run (or of any run) since the page was rendered, at most once in `everyMs`, the
 * last change never lost. Run 0 stands for all: changes may have been missed.
 */
export function useRunChanges(run: number | 'any', callback: (change: RunChange) => void, everyMs = 500) {
  const live = useContext(Live)
  const latest = useRef(callback)
  latest.current = callback
  useEffect(() => {
    if (!live) return
    let last = 0
    const tell = (change: RunChange) => {
      last = Date.now()
      latest.current(change)
    }
    // what changed between the page's rendering and now was told to nobody here
    let timer = setTimeout(tell, everyMs, anyRun)
    const unsubscribe = live.subscribe((change) => {
      if (run !== 'any' && change.run !== run && change.run !== anyRun.run) return
      clearTimeout(timer)
      timer = setTimeout(tell, Math.max(0, last + everyMs - Date.now()), change)
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [live, run, everyMs])
}
