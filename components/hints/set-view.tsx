'use client'

import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import type { ApiOutput } from '@/components/data/api-types'
import { useTRPC, useTRPCClient } from '@/components/data/trpc'
import { useServerView } from '@/components/data/use-server-view'
import { Age } from '@/components/ui/age'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/control'
import { Panel } from '@/components/ui/panel'
import { Refreshing } from '@/components/ui/refreshing'
import { countOf } from '@/server/core/count-of'
import { newForkTestHref, setText } from './fork-tests/fork-tests-href'
import { RuleDiffView } from './rule-diff-view'
import { SetRules } from './set-rules'

type SetVersion = ApiOutput['hints']['set']

/** One saved version: what changed, its rules in their order, and the runs that used it. */
export function SetView({ set }: { set: SetVersion }) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const router = useRouter()
  const start = useMutation(
    trpc.hints.startDraft.mutationOptions({ onSuccess: ({ draft }) => router.push(`/hints/drafts/${draft}`) }),
  )
  const { name, version, versions, rules, diff, runs, runCount } = set
  const against = useServerView(String(diff?.against ?? ''), (other) => `?against=${other}`)
  const download = useMutation({
    mutationFn: () => client.hints.exportSet.query({ name, version }),
    onSuccess: (text) => offerFile(`${name}-v${version}.yaml`, text),
  })
  const error = start.error ?? download.error
  return (
    <div className="grid grid-cols-1 gap-4">
      <Panel
        title={`Version ${version}`}
        note="Saved versions never change"
        actions={
          <>
            <Button disabled={download.isPending} onClick={() => download.mutate()}>
              Export as YAML
            </Button>
            <Button asChild>
              <Link href={`/hints?set=${encodeURIComponent(name)}&version=${version}`}>Its ledger</Link>
            </Button>
            <Button asChild>
              <Link href={newForkTestHref({ run: null, target: { kind: 'all' }, set: setText({ name, version }) })}>
                Fork test
              </Link>
            </Button>
            <Button look="primary" disabled={start.isPending} onClick={() => start.mutate({ from: { name, version } })}>
              Go on from it
            </Button>
          </>
        }
      >
        {error && (
          <p role="alert" className="text-bad">
            {error.message}
          </p>
        )}
        <p className="text-ink-soft">
          {countOf(rules.length, 'rule')}
          {set.createdAt && (
            <>
              , saved <Age at={set.createdAt} />
            </>
          )}
          .{set.note && <> {set.note}</>}
        </p>
        {runs.length > 0 ? (
          <p className="mt-1">
            Used by {countOf(runCount, 'run')}:{' '}
            {runs.map((run, index) => (
              <span key={run.id}>
                {index > 0 && ', '}
                <Link href={`/runs/${run.id}`} prefetch={false} className="text-accent hover:underline">
                  #{run.id} {run.name}
                </Link>
              </span>
            ))}
            {runCount > runs.length && ', …'}
          </p>
        ) : (
          <p className="mt-1 text-ink-faint">No run has used it yet. Launch offers the newest version of every set.</p>
        )}
      </Panel>
      {versions.length > 1 && (
        <Panel
          title="What changed"
          actions={
            <Select
              aria-label="Compare with"
              value={against.shown}
              onChange={(event) => against.open(event.target.value)}
            >
              {!diff && <option value="">Compare with…</option>}
              {versions
                .filter((other) => other.version !== version)
                .map((other) => (
                  <option key={other.id} value={other.version}>
                    against version {other.version}
                  </option>
                ))}
            </Select>
          }
        >
          <Refreshing busy={against.isLoading}>
            {diff ? <RuleDiffView diff={diff} /> : <p className="text-ink-soft">This is the first version.</p>}
          </Refreshing>
        </Panel>
      )}
      <SetRules rules={rules} />
    </div>
  )
}

/** Hands a text to the browser as a file to keep. */
function offerFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
