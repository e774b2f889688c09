'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useMemo } from 'react'
import { type BoardViewState, boardViewHref, readBoardView } from './board-view-state'

interface BoardView {
  readonly view: BoardViewState
  /** Shows another view, with its rows from the server. */
  readonly open: (view: BoardViewState) => void
  /** Notes in the address what changes in the browser alone. */
  readonly note: (view: BoardViewState) => void
}

/** What the address says is shown. */
export function useBoardView(): BoardView {
  const router = useRouter()
  const query = useSearchParams()
  const view = useMemo(
    () => readBoardView({ q: query.getAll('q'), suite: query.getAll('suite'), line: query.getAll('line') }),
    [query],
  )
  return {
    view,
    open: (next) => router.replace(boardViewHref(next), { scroll: false }),
    note: (next) => window.history.replaceState(null, '', boardViewHref(next)),
  }
}
