'use client'

import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { useTRPC } from '@/components/data/trpc'
import { Age } from '@/components/ui/age'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { Dialog } from '@/components/ui/dialog'
import { InputField } from '@/components/ui/field'
import { quantity } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { countOf } from '@/server/core/count-of'
import { ImportPanel } from './import-panel'

type Sets = ApiOutput['hints']['sets']

/** Saved sets with their versions, and the drafts that somebody works on. */
export function SetsView({ sets, drafts }: Sets) {
  const trpc = useTRPC()
  const router = useRouter()
  const [isNew, setNew] = useState(false)
  const [name, setName] = useState('')
  const start = useMutation(
    trpc.hints.startDraft.mutationOptions({ onSuccess: ({ draft }) => router.push(`/hints/drafts/${draft}`) }),
  )
  return (
    <div className="grid grid-cols-1 gap-4">
      <Panel
        flush
        title="Drafts"
        note="Nothing uses a draft until it is saved as a version"
        actions={<Button onClick={() => setNew(true)}>New set…</Button>}
      >
        {drafts.length === 0 ? (
          <EmptyState title="Nobody works on a set" className="py-6">
            Open a version below to go on from it, or begin a new set.
          </EmptyState>
        ) : (
          <ul>
            {drafts.map((draft) => (
              <li
                key={draft.id}
                className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-2 last:border-b-0"
              >
                <Link href={`/hints/drafts/${draft.id}`} className="font-medium hover:underline">
                  {draft.title}
                </Link>
                <code className="text-ink-soft">{draft.name}</code>
                <span className="text-xs text-ink-faint">
                  {countOf(draft.rules, 'rule')}, changed <Age at={draft.updatedAt} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {start.error && !isNew && (
        <p role="alert" className="text-bad">
          {start.error.message}
        </p>
      )}
      {sets.map((set) => (
        <Panel
          key={set.name}
          flush
          title={
            <span className="flex flex-wrap items-center gap-2">
              {set.title} <code className="font-normal text-ink-soft">{set.name}</code>
              {set.isBuiltin && <Badge>comes with Envtune</Badge>}
            </span>
          }
          actions={
            <Button disabled={start.isPending} onClick={() => start.mutate({ from: { name: set.name } })}>
              {set.isBuiltin ? 'Copy and edit' : 'Edit newest'}
            </Button>
          }
        >
          <VersionsTable versions={set.versions} />
        </Panel>
      ))}
      <ImportPanel />
      <Dialog
        open={isNew}
        onOpenChange={setNew}
        title="A new set of hint rules"
        description="It begins without rules. To begin with the rules of another set, open that and change the name."
      >
        <InputField
          label="Name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={start.error?.message ?? null}
          help="Lower-case letters and digits, in parts with . _ or - between them"
        />
        <div className="mt-4 flex justify-end gap-2">
          <Button onClick={() => setNew(false)}>Cancel</Button>
          <Button
            look="primary"
            disabled={start.isPending || name === ''}
            onClick={() => start.mutate({ from: null, name, title: name })}
          >
            Begin
          </Button>
        </div>
      </Dialog>
    </div>
  )
}

function VersionsTable({ versions }: { versions: Sets['sets'][number]['versions'] }) {
  return (
    <TableFrame label={`Versions of ${versions[0]?.name ?? 'the set'}`}>
      <Table>
        <thead>
          <tr>
            <Th>Version</Th>
            <Th numeric>Rules</Th>
            <Th numeric>Runs that used it</Th>
            <Th>What changed</Th>
            <Th>Saved</Th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ id, name, version, rules, runs, note, createdAt }) => (
            <tr key={id}>
              <Td>
                <Link
                  href={`/hints/sets/${encodeURIComponent(name)}/${version}`}
                  className="font-medium hover:underline"
                >
                  Version {version}
                </Link>
              </Td>
              <Td numeric>{quantity(rules)}</Td>
              <Td numeric>{quantity(runs)}</Td>
              <Td className="min-w-48 text-ink-soft">{note}</Td>
              <Td className="whitespace-nowrap text-ink-soft">
                <Age at={createdAt} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}
