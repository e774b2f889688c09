'use client'

import { useQuery } from '@tanstack/react-query'
import { ShieldAlert, ShieldCheck } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { useTRPC } from '@/components/data/trpc'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { age, quantity } from '@/components/ui/format'
import { ProgressBar } from '@/components/ui/progress-bar'
import { countOf } from '@/server/core/count-of'
import { mismatchAnchor, mismatchPlace, mismatchValue } from './mismatch-text'
import { useRunVerification } from './use-run-verification'

type Verification = ApiOutput['episodes']['verification']

interface VerificationNoticeProps {
  readonly run: number
  readonly now: Date
  /** What is wrong stands at the top of the page, what is right at its end. */
  readonly place: 'top' | 'end'
}

/** Whether a run's episodes are what its environment gives, as far as was checked; checks it on request. */
export function VerificationNotice({ run, now, place }: VerificationNoticeProps) {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.episodes.verification.queryOptions({ run }))
  const { progress, error, start, cancel } = useRunVerification(run)
  if (!data) return null
  const isBad = data.environmentChange !== null || (data.last?.different ?? 0) > 0
  if (isBad !== (place === 'top')) return null
  return (
    <section
      aria-label="Verification"
      className={cn(
        'my-4 flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md border border-line px-3 py-2',
        isBad && 'border-transparent bg-warn-soft',
      )}
    >
      <Mark isBad={isBad} isChecked={data.last !== null} />
      <div className="min-w-0 flex-1 basis-64">
        <Words data={data} now={now} />
        {error && <p className="text-bad">It could not be verified: {error}</p>}
        {progress && (
          <p className="mt-1 text-xs text-ink-soft tabular-nums" role="status">
            {quantity(progress.verified + progress.skipped)} of {quantity(progress.total)} episodes,{' '}
            {quantity(progress.different)} differ
          </p>
        )}
        {progress && (
          <ProgressBar
            share={progress.total === 0 ? 1 : (progress.verified + progress.skipped) / progress.total}
            label="Episodes verified"
            className="mt-1 max-w-sm"
          />
        )}
      </div>
      {progress ? (
        <Button size="small" onClick={cancel}>
          Cancel
        </Button>
      ) : (
        <Button size="small" onClick={start}>
          {data.last ? 'Verify again' : 'Verify the episodes'}
        </Button>
      )}
    </section>
  )
}

function Mark({ isBad, isChecked }: { isBad: boolean; isChecked: boolean }) {
  if (isBad) return <ShieldAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
  return <ShieldCheck aria-hidden className={cn('mt-0.5 size-4 shrink-0 text-ink-faint', isChecked && 'text-good')} />
}

function Words({ data: { last, environmentChange }, now }: { data: Verification; now: Date }) {
  return (
    <div className="grid gap-1">
      {environmentChange && (
        <p>
          <strong>The environment is no longer the one of this run.</strong> Its source was{' '}
          <Hash>{environmentChange.recorded}</Hash> at the launch and is <Hash>{environmentChange.present}</Hash> now:
          replays show what today’s environment gives.
        </p>
      )}
      {last === null && !environmentChange && (
        <p className="text-ink-soft">
          Not verified yet: every recorded call can be played again and its rewards, checks and states compared.
        </p>
      )}
      {last !== null && <Outcome last={last} now={now} />}
    </div>
  )
}

function Outcome({ last, now }: { last: NonNullable<Verification['last']>; now: Date }) {
  const { verified, different, skipped, examples, episodesPerSecond } = last
  return (
    <>
      <p className="text-ink-soft tabular-nums">
        {different > 0 ? (
          <strong className="text-ink">
            {quantity(different)} of {countOf(verified, 'episode')} are not what their calls give.
          </strong>
        ) : (
          `${countOf(verified, 'episode was', 'episodes were')} played again and came out as recorded.`
        )}{' '}
        Verified {age(last.at, now)}, {quantity(Math.round(episodesPerSecond))} episodes a second
        {skipped > 0 && `; ${quantity(skipped)} that were imported, are invalid or have rules of their own cannot be`}.
      </p>
      {examples.length > 0 && (
        <ul className="grid gap-0.5 text-xs">
          {examples.slice(0, 5).map(({ episode, first, mismatches }) => (
            <li key={episode} className="min-w-0 break-words">
              <Link
                href={`/episodes/${episode}?verify=1${anchorPart(mismatchAnchor(first))}`}
                prefetch={false}
                className="inline-flex min-h-6 items-center text-accent underline"
              >
                Episode {episode}
              </Link>
              , {mismatchPlace(first)}: {first.field} is recorded as <Value>{mismatchValue(first.recorded)}</Value>,
              recomputed as <Value>{mismatchValue(first.recomputed)}</Value>
              {mismatches > 1 && ` (and ${quantity(mismatches - 1)} more)`}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const anchorPart = (anchor: string | null): string => (anchor === null ? '' : `#${anchor}`)

const Hash = ({ children }: { children: string }) => <code title={children}>{children.slice(0, 8)}</code>

const Value = ({ children }: { children: ReactNode }) => <code className="break-all">{children}</code>
