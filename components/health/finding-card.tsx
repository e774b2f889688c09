import { OctagonAlert, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { episodesHref } from '@/components/episodes/episodes-href'
import { Age } from '@/components/ui/age'
import { findHealthRule } from '@/server/core/health/health-rules'
import { EvidenceTable } from './evidence-table'
import { type Finding, figureWords, firedSteps, spanWords } from './finding-words'

interface FindingCardProps {
  readonly finding: Finding
  /** Whether episodes of the run are recorded here. */
  readonly hasEpisodes: boolean
}

/** One open warning: what fired, what it means, what to do, and the values behind it. */
export function FindingCard({ finding, hasEpisodes }: FindingCardProps) {
  const rule = findHealthRule(finding.rule)
  const critical = rule?.severity === 'critical'
  const Icon = critical ? OctagonAlert : TriangleAlert
  return (
    <article className="grid gap-1.5 p-3">
      <h3 className={`flex flex-wrap items-center gap-x-2 font-medium ${critical ? 'text-bad' : 'text-warn'}`}>
        <Icon aria-hidden className="size-4 shrink-0" />
        {rule?.name ?? finding.rule}
        <span className="text-xs font-normal text-ink-soft tabular-nums">
          {figureWords(finding)} · {spanWords(finding)}, <Age at={finding.openedAt} />
        </span>
      </h3>
      <p className="max-w-[90ch]">{rule?.means}</p>
      <p className="max-w-[90ch] text-ink-soft">{rule?.advice}</p>
      <FindingLinks finding={finding} hasEpisodes={hasEpisodes} />
      <details>
        <summary className="cursor-pointer text-xs text-ink-soft hover:text-ink">The values that fired it</summary>
        <EvidenceTable evidence={finding.evidence} />
      </details>
    </article>
  )
}

function FindingLinks({ finding, hasEpisodes }: FindingCardProps) {
  const steps = firedSteps(finding)
  if (!steps) return null
  const [from, to] = steps
  return (
    <p className="flex flex-wrap gap-x-4 text-xs">
      <Link href={`/runs/${finding.run}?zoom=${from}-${Math.max(to, from + 1)}`} scroll={false} className="underline">
        Charts of steps {from}–{to}
      </Link>
      {hasEpisodes && (
        <Link href={episodesHref({ run: finding.run, fromStep: from, toStep: to })} className="underline">
          Episodes of these steps
        </Link>
      )}
    </p>
  )
}
