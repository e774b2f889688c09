import { CircleCheck, Unplug } from 'lucide-react'
import Link from 'next/link'
import type { RunPageData } from '@/components/runs/page/run-header'
import { runState } from '@/components/runs/run-state'
import { Panel } from '@/components/ui/panel'
import { findHealthRule } from '@/server/core/health/health-rules'
import { EvidenceTable } from './evidence-table'
import { FindingCard } from './finding-card'
import { figureWords, spanWords } from './finding-words'

/** What the health rules say about the run: open warnings with their inputs, and what was. */
export function RunHealth({ run, now }: { run: RunPageData; now: Date }) {
  if (run.kind === 'import' || (run.kind === 'training' && run.startedAt === null)) return null
  const open = run.findings.filter(({ closedBy }) => closedBy === null)
  const silent = runState(run, now).name === 'silent'
  const earlier = run.findings.filter(({ closedBy }) => closedBy !== null)
  return (
    <Panel
      title="Health"
      className="mb-4"
      flush
      actions={
        <Link href="/health-rules" className="text-xs text-ink-soft underline hover:text-ink">
          Rules and thresholds
        </Link>
      }
    >
      {open.length === 0 && (
        <p className="flex items-center gap-2 px-3 py-2.5">
          {silent ? (
            <Unplug aria-hidden className="size-4 text-warn" />
          ) : (
            <CircleCheck aria-hidden className="size-4 text-good" />
          )}
          {silent ? 'No rule warned when it was last heard.' : calmWords(run)}
        </p>
      )}
      {open.length > 0 && (
        <div className="divide-y divide-line">
          {open.map((finding) => (
            <FindingCard key={finding.id} finding={finding} hasEpisodes={run.kind === 'training'} />
          ))}
        </div>
      )}
      {earlier.length > 0 && (
        <details className="border-t border-line px-3 py-2">
          <summary className="cursor-pointer text-xs text-ink-soft hover:text-ink">
            {earlier.length === 1 ? 'One earlier warning' : `${earlier.length} earlier warnings`}
          </summary>
          <ul className="mt-1.5 grid gap-1 text-ink-soft tabular-nums">
            {earlier.map((finding) => (
              <li key={finding.id}>
                <span className="font-medium text-ink">{findHealthRule(finding.rule)?.name ?? finding.rule}</span>{' '}
                {figureWords(finding)} · {spanWords(finding)}
                <EvidenceTable evidence={finding.evidence} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}

const calmWords = ({ endedAt }: RunPageData) => (endedAt ? 'No rule warned when the run ended.' : 'No rule warns now.')
