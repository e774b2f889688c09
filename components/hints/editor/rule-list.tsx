'use client'

import { CircleAlert, Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Input } from '@/components/ui/control'
import type { DraftRule } from '@/server/core/hints/draft-rule'

interface RuleListProps {
  readonly rules: readonly DraftRule[]
  readonly current: number
  /** Positions of rules with problems. */
  readonly wrong: ReadonlySet<number>
  readonly onOpen: (index: number) => void
  readonly onAdd: () => void
}

/** The rules in their order: for a failing call the first that matches speaks. */
export function RuleList({ rules, current, wrong, onOpen, onAdd }: RuleListProps) {
  const [words, setWords] = useState('')
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    // only the list scrolls, not the page
    const [own, frame] = [list.current?.querySelector<HTMLElement>(`[data-index="${current}"]`), list.current]
    if (!own || !frame) return
    const [top, bottom] = [own.offsetTop - frame.offsetTop, own.offsetTop - frame.offsetTop + own.offsetHeight]
    if (top < frame.scrollTop || bottom > frame.scrollTop + frame.clientHeight) frame.scrollTop = top - 60
  }, [current])
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const found = rules
    .map((rule, index) => ({ rule, index }))
    .filter(({ rule: { id, when, template } }) => {
      const all = [id, when.domain, ...(when.tools ?? []), when.code, template].join(' ').toLowerCase()
      return wanted.every((word) => all.includes(word))
    })
  return (
    <div className="grid min-w-0 content-start gap-2">
      <div className="flex gap-1.5">
        <Input
          aria-label="Find a rule of this draft"
          placeholder="Find"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          className="flex-1"
        />
        <Button onClick={onAdd}>
          <Plus aria-hidden /> Rule
        </Button>
      </div>
      <ol
        ref={list}
        aria-label="Rules"
        className="max-h-64 overflow-y-auto rounded-md border border-line bg-surface lg:max-h-[70vh]"
      >
        {found.map(({ rule, index }) => (
          <li key={`${index}/${rule.id}`} data-index={index} className="border-b border-line last:border-b-0">
            <button
              type="button"
              aria-current={index === current ? 'true' : undefined}
              onClick={() => onOpen(index)}
              className={cn(
                'flex w-full min-w-0 items-center gap-2 px-2 py-1 text-left hover:bg-raised',
                index === current && 'bg-accent-soft',
              )}
            >
              <span className="w-7 shrink-0 text-right text-xs text-ink-faint tabular-nums">{index + 1}</span>
              <span className="min-w-0 flex-1 truncate">{rule.id || 'without a name'}</span>
              {rule.origin && (
                <span title={rule.origin} className="max-w-24 truncate text-2xs text-ink-faint">
                  {rule.origin}
                </span>
              )}
              {wrong.has(index) && <CircleAlert aria-label="has problems" className="size-3.5 shrink-0 text-bad" />}
            </button>
          </li>
        ))}
        {found.length === 0 && <li className="px-2 py-3 text-ink-soft">No rule.</li>}
      </ol>
    </div>
  )
}
