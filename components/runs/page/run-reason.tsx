import { TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { runState } from '../run-state'
import type { RunPageData } from './run-header'

const takeover = {
  here: 'Another worker takes the run over from its last checkpoint',
  cluster: 'Its job on the cluster may well go on; another worker attaches itself to it',
} as const

/** Why the run stands where it stands and, where something is wrong, what a person can do. */
export function RunReason({ run, now }: { run: RunPageData; now: Date }) {
  if (run.kind === 'external') return <ExternalReason run={run} now={now} />
  if (runState(run, now).name === 'silent')
    return (
      <Warning>
        Its worker does not answer. {takeover[run.backend.kind === 'ray' ? 'cluster' : 'here']} as soon as one is alive;
        if none is, start Envtune again with <code>npm start</code>.
      </Warning>
    )
  if (run.status === 'queued') return <Queue run={run} />
  if (run.status === 'failed')
    return (
      <Warning>
        {run.statusReason ?? 'It failed without a reason.'}{' '}
        <Link href={`/runs/${run.id}?tab=logs`} className="underline">
          Open the log
        </Link>
      </Warning>
    )
  return run.statusReason && <p className="mt-0.5 max-w-[90ch] text-ink-soft">{run.statusReason}</p>
}

/** Of a run elsewhere only what its trainer said is known. */
function ExternalReason({ run, now }: { run: RunPageData; now: Date }) {
  if (runState(run, now).name === 'silent')
    return (
      <Warning>
        Its trainer has not logged for a while and never said that the run ended: it may be busy, or gone.
      </Warning>
    )
  if (run.status === 'failed') return <Warning>Its trainer reported that it failed.</Warning>
  return <p className="mt-0.5 text-ink-soft">Trained elsewhere; what its trainer logs is shown here.</p>
}

function Queue({ run }: { run: RunPageData }) {
  if (!run.queue) return null
  const { before, hasWorker } = run.queue
  if (!hasWorker)
    return (
      <Warning>
        No worker is alive to take it. Start Envtune with <code>npm start</code>; if it runs, its worker’s log in{' '}
        <code>.envtune/logs</code> says why.
      </Warning>
    )
  return (
    <p className="mt-0.5 text-ink-soft">
      {run.statusReason ? `${run.statusReason} ` : ''}
      {before === 0
        ? 'Waiting for a worker to take it.'
        : `Waiting for a worker: ${before === 1 ? 'one run is' : `${before} runs are`} before it.`}
    </p>
  )
}

function Warning({ children }: { children: ReactNode }) {
  return (
    <p className="mt-1.5 flex max-w-[90ch] items-start gap-2 rounded-md bg-warn-soft px-3 py-2 text-warn">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 break-words">{children}</span>
    </p>
  )
}
