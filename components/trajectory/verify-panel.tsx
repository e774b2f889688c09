'use client'

import { useQuery } from '@tanstack/react-query'
import { ShieldAlert, ShieldCheck } from 'lucide-react'
import type { ApiOutput } from '@/components/data/api-types'
import { useTRPC } from '@/components/data/trpc'
import { countOf } from '@/server/core/count-of'
import { mismatchAnchor, mismatchPlace, mismatchValue } from './mismatch-text'

/** Every reward, check, state and text of the episode recomputed and compared with the record, now. */
export function VerifyPanel({ episode }: { episode: string }) {
  const trpc = useTRPC()
  const { data, error, isFetching } = useQuery(trpc.episodes.verify.queryOptions({ episode }, { staleTime: 0 }))
  if (error) return <p className="text-bad">It could not be verified: {error.message}</p>
  if (!data || isFetching)
    return (
      <p role="status" className="text-ink-faint">
        Playing the recorded calls again …
      </p>
    )
  return (
    <div className="grid gap-2">
      <Verdict data={data} />
      {data.environmentChange && (
        <p className="text-ink-soft">
          The environment’s source is another than when the run was launched (
          <code>{data.environmentChange.recorded.slice(0, 8)}</code>, now{' '}
          <code>{data.environmentChange.present.slice(0, 8)}</code>).
        </p>
      )}
      {data.mismatches !== null && data.mismatches.length > 0 && <Mismatches mismatches={data.mismatches} />}
    </div>
  )
}

type Verification = ApiOutput['episodes']['verify']

function Verdict({ data: { mismatches, turns, results } }: { data: Verification }) {
  if (mismatches === null)
    return (
      <p>
        This episode was imported, is invalid or was judged by what is not recorded: there is nothing to recompute it
        with.
      </p>
    )
  if (mismatches.length > 0)
    return (
      <p role="status" className="flex items-center gap-2 font-medium text-bad">
        <ShieldAlert aria-hidden className="size-4" />
        The record is not what its calls give: {countOf(mismatches.length, 'difference')}
      </p>
    )
  return (
    <p role="status" className="flex items-center gap-2 text-good">
      <ShieldCheck aria-hidden className="size-4 shrink-0" />
      Recomputed as recorded: {countOf(turns, 'turn')} with rewards, checks and states, {countOf(results, 'result')}.
    </p>
  )
}

const mostShown = 50

function Mismatches({ mismatches }: { mismatches: NonNullable<Verification['mismatches']> }) {
  return (
    <div className="max-h-80 overflow-auto rounded-md border border-line">
      <table className="w-full text-left text-xs">
        <thead className="bg-raised text-ink-soft">
          <tr>
            {['Where', 'What', 'Recorded', 'Recomputed'].map((title) => (
              <th key={title} scope="col" className="px-2 py-1 font-medium">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {mismatches.slice(0, mostShown).map((mismatch) => {
            const anchor = mismatchAnchor(mismatch)
            const place = mismatchPlace(mismatch)
            return (
              <tr key={`${place} ${mismatch.field}`} className="border-t border-line align-top">
                <td className="px-2 py-1 whitespace-nowrap">
                  {anchor ? (
                    <a href={`#${anchor}`} className="inline-flex min-h-6 items-center text-accent underline">
                      {place}
                    </a>
                  ) : (
                    place
                  )}
                </td>
                <td className="px-2 py-1">{mismatch.field}</td>
                <td className="px-2 py-1 break-all">
                  <code>{mismatchValue(mismatch.recorded)}</code>
                </td>
                <td className="px-2 py-1 break-all">
                  <code>{mismatchValue(mismatch.recomputed)}</code>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
