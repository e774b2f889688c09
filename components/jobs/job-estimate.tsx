import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { Refreshing } from '@/components/ui/refreshing'
import { Skeleton } from '@/components/ui/states'

interface JobEstimateProps {
  /** The estimate in words; null: there is none. */
  readonly words: ReactNode | null
  /** It is being asked for; the words are those of the question before. */
  readonly pending: boolean
  /** What is missing before there is an estimate. */
  readonly unasked: string
  readonly launching: boolean
  readonly problem: string | null
  /** What the button says and shows. */
  readonly start: ReactNode
}

/** What will be played and what it will roughly cost, said before it begins; and the button that begins it. */
export function JobEstimate({ words, pending, unasked, launching, problem, start }: JobEstimateProps) {
  return (
    <Panel title="What will happen" className="self-start lg:sticky lg:top-16">
      {words !== null ? (
        <Refreshing busy={pending}>{words}</Refreshing>
      ) : pending ? (
        <Skeleton className="h-12" />
      ) : (
        <p className="text-ink-soft">{unasked}</p>
      )}
      <Button type="submit" look="primary" disabled={launching} className="mt-4 w-full">
        {start}
      </Button>
      {problem && (
        <p role="alert" className="mt-2 text-xs text-bad">
          {problem}
        </p>
      )}
    </Panel>
  )
}
