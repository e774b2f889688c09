'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Bookmark, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/data/trpc'
import { Button } from '@/components/ui/button'
import { InputField } from '@/components/ui/field'
import { PopoverButton } from './popover-button'

interface SavedViewsProps {
  /** What would be saved. */
  readonly query: string
  readonly page: keyof typeof paths
  /** What a view of the page keeps. */
  readonly help: string
}

const paths = { runs: '/', episodes: '/episodes' } as const

/** Views of a page under a name. */
export function SavedViews({ query, page, help }: SavedViewsProps) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const views = useQuery({ ...trpc.views.list.queryOptions({ page }), enabled: open })
  const settled = {
    onError: (error: { message: string }) => toast.error(error.message),
    onSettled: () => queryClient.invalidateQueries(trpc.views.pathFilter()),
  }
  const save = useMutation(trpc.views.save.mutationOptions({ ...settled, onSuccess: () => setName('') }))
  const remove = useMutation(trpc.views.remove.mutationOptions(settled))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') save.mutate({ page, name, query })
  }
  const replaces = views.data?.some((view) => view.name === name.trim())
  return (
    <PopoverButton
      title="Views"
      open={open}
      onOpenChange={setOpen}
      label={
        <>
          <Bookmark aria-hidden />
          Views
        </>
      }
    >
      <ul aria-label="Saved views" className="grid gap-0.5">
        {views.data?.map((view) => (
          <li key={view.id} className="flex items-center gap-1 rounded hover:bg-raised">
            <Link
              href={view.query ? `${paths[page]}?${view.query}` : paths[page]}
              onClick={() => setOpen(false)}
              aria-current={view.query === query ? 'true' : undefined}
              className="min-w-0 flex-1 truncate px-2 py-1 aria-current:font-medium"
            >
              {view.name}
            </Link>
            <button
              type="button"
              aria-label={`Remove the view ${view.name}`}
              onClick={() => remove.mutate({ id: view.id })}
              className="grid size-7 place-items-center text-ink-faint hover:text-bad"
            >
              <Trash2 aria-hidden className="size-3.5" />
            </button>
          </li>
        ))}
      </ul>
      {views.data?.length === 0 && <p className="px-2 py-1 text-ink-soft">No view is saved yet.</p>}
      {views.isError && <p className="px-2 py-1 text-bad">{views.error.message}</p>}
      <form onSubmit={submit} className="mt-2 grid gap-2 border-t border-line px-1 pt-2">
        <InputField
          label="Save this view as"
          help={help}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" size="small" disabled={name.trim() === '' || save.isPending}>
          {replaces ? 'Replace' : 'Save'}
        </Button>
      </form>
    </PopoverButton>
  )
}
