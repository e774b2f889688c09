'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { useTRPC } from '@/components/data/trpc'
import { feedbackDiff } from '@/components/trajectory/feedback-diff'
import { MarkedText } from '@/components/trajectory/marked-text'
import { quantity } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/states'
import type { DraftRule } from '@/server/core/hints/draft-rule'
import { stepHref } from '../failure-examples'
import type { HintsScope } from '../hints-scope'
import { type ScopeChoices, ScopeSelect } from '../scope-select'

type Preview = NonNullable<ApiOutput['hints']['preview']>

interface RulePreviewProps {
  readonly draft: number
  readonly index: number
  readonly rule: DraftRule
  readonly scope: HintsScope
  readonly choices: ScopeChoices
}

/** What the rule would do to recorded failing calls: how many it would speak to, and before and after of a few. */
export function RulePreview({ draft, index, rule, scope, choices }: RulePreviewProps) {
  const trpc = useTRPC()
  const settled = useSettled(rule, 400)
  const { data, error, isFetching } = useQuery({
    ...trpc.hints.preview.queryOptions({ draft, index, rule: settled, ...scope }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  return (
    <Panel
      title="On recorded failing calls"
      note={isFetching ? 'Looking…' : 'What this rule at its place would do'}
      actions={<ScopeSelect scope={scope} choices={choices} />}
      flush
    >
      {error && <p className="p-3 text-bad">{error.message}</p>}
      {data === undefined && !error && <Skeleton className="m-3 h-24" />}
      {data === null && (
        <p className="p-3 text-ink-soft">Once the rule is complete, it is tried on recorded failures.</p>
      )}
      {data && <PreviewResult preview={data} />}
    </Panel>
  )
}

function PreviewResult({ preview }: { preview: Preview }) {
  const { lookedAt, isCut, matched, used, takenBy, hintedNow, examples } = preview
  if (lookedAt === 0)
    return <p className="p-3 text-ink-soft">No recorded call has failed with this error, so there is nothing to try.</p>
  return (
    <>
      <div className="px-3 py-2">
        <p>
          Of the {isCut ? `newest ${quantity(lookedAt)}` : quantity(lookedAt)} recorded failures with this error,{' '}
          <strong className="tabular-nums">{quantity(used)}</strong> would read this hint
          {hintedNow > 0 && <>; {quantity(hintedNow)} of them had a rule when they were recorded</>}.
        </p>
        {takenBy.length > 0 && (
          <p className="text-ink-soft">
            {quantity(matched - used)} more match, but an earlier rule speaks first:{' '}
            {takenBy.map(({ rule, count }) => `${rule} (${quantity(count)})`).join(', ')}.
          </p>
        )}
      </div>
      <ul>
        {examples.map((example) => (
          <ExampleItem key={`${example.episode}/${example.step}/${example.expression}`} example={example} />
        ))}
      </ul>
    </>
  )
}

function ExampleItem({ example }: { example: Preview['examples'][number] }) {
  const before = example.recorded?.text ?? example.standard
  const diff = feedbackDiff(before, example.now)
  return (
    <li className="min-w-0 border-t border-line px-3 py-2">
      <p className="flex flex-wrap gap-x-2 text-xs text-ink-faint">
        <Link href={stepHref(example)} prefetch={false} className="font-medium text-accent hover:underline">
          episode {example.episode}, step {example.step + 1}
        </Link>
        run #{example.run}, task {example.task}
      </p>
      <code className="mt-1 block break-words">{example.expression}</code>
      <div className="mt-1 grid min-w-0 gap-2 md:grid-cols-2">
        <div className="min-w-0">
          <p className="text-xs text-ink-faint">
            Before: {example.recorded ? `hint of ${example.recorded.rule}` : 'standard text'}
          </p>
          <MarkedText diff={diff} side="standard" className="bg-raised" />
        </div>
        <div className="min-w-0">
          <p className="text-xs text-ink-faint">{before === example.now ? 'After: the same' : 'After'}</p>
          <MarkedText diff={diff} side="hinted" className="bg-hint-soft" />
        </div>
      </div>
      {example.leak && (
        <p role="alert" className="mt-1 text-xs break-words text-bad">
          This {example.leak}
        </p>
      )}
    </li>
  )
}

/** The value once it has not changed for a moment. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
