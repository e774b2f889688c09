'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useCallback, useMemo, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/**
 * The part of a view that only the browser reads (zoom, smoothing, order): it stands in the URL, and changing it asks
 * the server for nothing. null takes a key away.
 */
export function useSearchState() {
  const rendered = useSearchParams().toString()
  const path = usePathname()
  // the router hears of a change in a transition, too late for a box that was just checked
  const search = useSyncExternalStore(
    subscribe,
    () => new URLSearchParams(window.location.search).toString(),
    () => rendered,
  )
  const query = useMemo(() => new URLSearchParams(search), [search])
  const change = useCallback(
    (changes: Readonly<Record<string, string | null>>) => {
      const before = new URLSearchParams(window.location.search)
      const next = new URLSearchParams(before)
      for (const [key, value] of Object.entries(changes)) {
        if (value === null || value === '') next.delete(key)
        else next.set(key, value)
      }
      const text = next.toString()
      if (text === before.toString()) return
      window.history.replaceState(null, '', `${path}${text && `?${text}`}${window.location.hash}`)
      for (const listener of listeners) listener()
    },
    [path],
  )
  return [query, change] as const
}
