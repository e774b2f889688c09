'use client'

import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTRPC } from '@/components/data/trpc'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { InputField } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import type { Draft, Problem, StoreError, useDraft } from './use-draft'

interface DraftBarProps {
  readonly draft: ReturnType<typeof useDraft>
  readonly id: number
  readonly base: Draft['base']
  readonly problems: readonly Problem[]
  /** Problems that only saving has found. */
  readonly onRefused: (problems: readonly Problem[]) => void
  readonly onOpen: (index: number) => void
}

/** The set that the draft becomes a version of; what is stored; saving and discarding. */
export function DraftBar({ draft, id, base, problems, onRefused, onOpen }: DraftBarProps) {
  const trpc = useTRPC()
  const router = useRouter()
  const [note, setNote] = useState('')
  const [dialog, setDialog] = useState<'save' | 'discard' | null>(null)
  const save = useMutation(
    trpc.hints.saveDraft.mutationOptions({
      onSuccess: ({ saved, problems: found }) => {
        setDialog(null)
        if (saved) return router.push(`/hints/sets/${encodeURIComponent(saved.name)}/${saved.version}`)
        onRefused(found)
        if (found[0]) onOpen(found[0].index)
      },
      // it is told where the draft is
      onError: () => setDialog(null),
    }),
  )
  const discard = useMutation(trpc.hints.discardDraft.mutationOptions({ onSuccess: () => router.push('/hints/sets') }))
  const store = async () => {
    const revision = await draft.settle().catch(() => null)
    if (revision === null) setDialog(null)
    else save.mutate({ draft: id, revision, note })
  }
  const [first] = problems
  return (
    <Panel
      title="Draft"
      note={base ? `Begun with ${base.name}, version ${base.version}` : 'Begun without rules'}
      actions={
        <>
          <span role="status" className="text-xs text-ink-faint">
            {draft.error ? '' : draft.isStoring ? 'Storing…' : 'Stored'}
          </span>
          <Button look="danger" onClick={() => setDialog('discard')}>
            Discard
          </Button>
          <Button look="primary" onClick={() => setDialog('save')}>
            Save as a version…
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <InputField
          label="Set"
          value={draft.names.name}
          onChange={(event) => draft.rename({ ...draft.names, name: event.target.value })}
          error={save.error?.data?.fields?.name ?? null}
          help="A known name gets a new version, a new one its first"
        />
        <InputField
          label="Title"
          value={draft.names.title}
          onChange={(event) => draft.rename({ ...draft.names, title: event.target.value })}
          error={save.error?.data?.fields?.title ?? null}
        />
      </div>
      {draft.error && <NotStored error={draft.error} onRetry={() => draft.retry().catch(() => {})} />}
      {save.error && (
        <p role="alert" className="mt-2 text-bad">
          {save.error.message}
        </p>
      )}
      {first && (
        <p className="mt-2 flex flex-wrap items-center gap-2 text-ink-soft">
          {problems.length === 1 ? 'One problem keeps' : `${problems.length} problems keep`} it from being saved.
          <Button size="small" onClick={() => onOpen(first.index)}>
            Go to {first.rule || `rule ${first.index + 1}`}
          </Button>
        </p>
      )}
      <Dialog
        open={dialog === 'save'}
        onOpenChange={(isOpen) => setDialog(isOpen ? 'save' : null)}
        title={`Save as a version of ${draft.names.name}`}
        description="A saved version never changes. Its rules are checked against the domains, against each other and, for leaks of ground truth, against the suites and recorded failures."
      >
        <InputField
          label="What changed"
          value={note}
          maxLength={500}
          onChange={(event) => setNote(event.target.value)}
          help="For those who choose between versions later"
        />
        <div className="mt-4 flex justify-end gap-2">
          <Button onClick={() => setDialog(null)}>Cancel</Button>
          <Button look="primary" disabled={save.isPending} onClick={store}>
            {save.isPending ? 'Checking…' : 'Save'}
          </Button>
        </div>
      </Dialog>
      <Dialog
        open={dialog === 'discard'}
        onOpenChange={(isOpen) => setDialog(isOpen ? 'discard' : null)}
        title="Discard this draft?"
        description="Its changes are lost. Saved versions stay."
      >
        <div className="flex justify-end gap-2">
          <Button onClick={() => setDialog(null)}>Keep it</Button>
          <Button look="danger" disabled={discard.isPending} onClick={() => discard.mutate({ draft: id })}>
            Discard
          </Button>
        </div>
      </Dialog>
    </Panel>
  )
}

/** What was not stored stays in the fields: it can be kept from there before the draft is loaded again. */
const NotStored = ({ error, onRetry }: { error: StoreError; onRetry: () => void }) => (
  <p role="alert" className="mt-2 flex flex-wrap items-center gap-2 text-bad">
    Not stored: {error.message}
    {error.remedy === 'retry' && (
      <Button size="small" onClick={onRetry}>
        Try again
      </Button>
    )}
    {error.remedy === 'leave' ? (
      <Button asChild size="small">
        <Link href="/hints/sets">Sets and drafts</Link>
      </Button>
    ) : (
      <Button size="small" onClick={() => window.location.reload()}>
        Load again
      </Button>
    )}
  </p>
)
