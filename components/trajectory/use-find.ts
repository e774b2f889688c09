'use client'

import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useEffectEvent, useState } from 'react'
import { useTRPC } from '@/components/data/trpc'
import { useSearchState } from '@/components/data/use-search-state'
import { stepAnchor, turnAnchor } from './outline'

/** Looks for a text in the whole episode, folded parts too; what is looked for stands in the URL. */
export function useFind(episode: string, go: (anchor: string) => void) {
  const [query, change] = useSearchState()
  // what is typed must not wait for the address
  const [text, setText] = useState(query.get('find') ?? '')
  const asked = useDeferredValue(text.trim())
  const trpc = useTRPC()
  const { data, isFetching } = useQuery(
    trpc.episodes.find.queryOptions(
      { episode, text: asked },
      { enabled: asked !== '', staleTime: Number.POSITIVE_INFINITY },
    ),
  )
  const matches = asked === '' ? [] : (data ?? [])
  const [at, setAt] = useState<number | null>(null)
  // Enter may come before the answer to what was typed: until then the matches are those of its beginning, or none
  const [early, setEarly] = useState<1 | -1 | null>(null)
  const isAnswered = asked === text.trim() && data !== undefined
  useHighlight(asked.toLowerCase(), data)

  const move = (by: 1 | -1) => {
    setEarly(isAnswered ? null : by)
    if (!isAnswered || matches.length === 0) return
    const next = at === null ? (by === 1 ? 0 : matches.length - 1) : (at + by + matches.length) % matches.length
    const match = matches[next]
    setAt(next)
    if (match) go(match.step === null ? turnAnchor(match.turn) : stepAnchor(match.step))
  }
  const moveNow = useEffectEvent(move)
  useEffect(() => {
    if (early !== null && isAnswered) moveNow(early)
  }, [early, isAnswered])
  const look = (wanted: string) => {
    setAt(null)
    setEarly(null)
    setText(wanted)
    change({ find: wanted })
  }
  return { text, asked, matches, isFetching, at, current: at === null ? null : (matches[at] ?? null), move, look }
}

const highlightName = 'found'

/** Marks the text wherever it is to be seen, without touching what React drew. */
function useHighlight(wanted: string, matches: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: with the matches, folded texts have opened
  useEffect(() => {
    const root = document.getElementById('transcript')
    if (!root || wanted === '' || !('highlights' in CSS)) return
    const mark = () => CSS.highlights.set(highlightName, new Highlight(...rangesOf(root, wanted)))
    mark()
    const observer = new MutationObserver(mark)
    observer.observe(root, { childList: true, subtree: true, characterData: true })
    return () => {
      observer.disconnect()
      CSS.highlights.delete(highlightName)
    }
  }, [wanted, matches])
}

function rangesOf(root: HTMLElement, wanted: string): Range[] {
  const ranges: Range[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.nodeValue ?? '').toLowerCase()
    for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + wanted.length)) {
      const range = new Range()
      range.setStart(node, from)
      range.setEnd(node, Math.min(from + wanted.length, node.nodeValue?.length ?? 0))
      ranges.push(range)
    }
  }
  return ranges
}
