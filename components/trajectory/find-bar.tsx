'use client'

import { ChevronDown, ChevronUp, Search, X } from 'lucide-react'
import type { RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { countOf } from '@/server/core/count-of'
import type { useFind } from './use-find'

interface FindBarProps {
  readonly find: ReturnType<typeof useFind>
  readonly input: RefObject<HTMLInputElement | null>
}

/** Find in the transcript: how often, where, and from one match to the next. */
export function FindBar({ find, input }: FindBarProps) {
  const { text, matches, at, current, move, look } = find
  return (
    <search className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
      {/* the standing colour of a mark; elements cannot say it themselves */}
      <style>
        {
          '::highlight(found) { background-color: var(--warn-soft); color: var(--ink); text-decoration: underline 2px var(--warn) }'
        }
      </style>
      <div className="relative w-64 min-w-0 max-w-full">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2 size-3.5 -translate-y-1/2 text-ink-faint"
        />
        <input
          ref={input}
          type="search"
          aria-label="Find in this episode"
          placeholder="Find in this episode"
          value={text}
          maxLength={200}
          onChange={(event) => look(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') move(event.shiftKey ? -1 : 1)
            else if (event.key === 'Escape') event.currentTarget.blur()
            else return
            event.preventDefault()
          }}
          className="h-7 w-full rounded-md border border-line-strong bg-surface pr-2 pl-7 text-xs placeholder:text-ink-faint [&::-webkit-search-cancel-button]:hidden"
        />
      </div>
      <p role="status" className="text-xs text-ink-soft tabular-nums">
        {countText(find)}
      </p>
      {matches.length > 0 && (
        <>
          <Button look="quiet" size="small" aria-label="Previous match" onClick={() => move(-1)}>
            <ChevronUp aria-hidden />
          </Button>
          <Button look="quiet" size="small" aria-label="Next match" onClick={() => move(1)}>
            <ChevronDown aria-hidden />
          </Button>
        </>
      )}
      {text !== '' && (
        <Button look="quiet" size="small" aria-label="Find nothing" onClick={() => look('')}>
          <X aria-hidden />
        </Button>
      )}
      {at !== null && current && (
        <p className="min-w-0 flex-1 basis-40 truncate text-xs text-ink-faint">
          {current.where}: <code>{current.excerpt}</code>
        </p>
      )}
    </search>
  )
}

const most = 500

function countText({ asked, matches, at, isFetching }: ReturnType<typeof useFind>): string {
  if (asked === '') return ''
  if (isFetching && matches.length === 0) return 'looking …'
  if (matches.length === 0) return 'not found'
  const isCut = matches.length >= most
  if (at !== null) return `${at + 1} of ${matches.length}${isCut ? '+' : ''}`
  return isCut ? `${most}+ places` : countOf(matches.length, 'place')
}
