'use client'

import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type ChangeEvent, useId } from 'react'
import { useTRPC } from '@/components/data/trpc'
import { Panel } from '@/components/ui/panel'
import { countOf } from '@/server/core/count-of'

/** Stores a set from a YAML file; what is wrong with it is said by line. */
export function ImportPanel() {
  const trpc = useTRPC()
  const router = useRouter()
  const id = useId()
  const imported = useMutation(trpc.hints.importSet.mutationOptions({ onSuccess: () => router.refresh() }))
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (file) imported.mutate({ text: await file.text() })
    // the same file once more, mended, is a change too
    target.value = ''
  }
  const { data } = imported
  return (
    <Panel
      title="Import"
      note="A set as YAML, as a version’s export writes it. It goes through the same checks as a draft."
    >
      <label htmlFor={id} className="text-xs font-medium text-ink-soft">
        YAML file
      </label>
      <input id={id} type="file" accept=".yaml,.yml,.json" onChange={read} className="mt-1 block max-w-full" />
      <div role="status" className="mt-2">
        {imported.isPending && <p className="text-ink-soft">Checking…</p>}
        {imported.error && <p className="text-bad">{imported.error.message}</p>}
        {data?.saved && (
          <p>
            {data.saved.created ? 'Stored as ' : 'Exactly these rules were stored already: '}
            <Link
              href={`/hints/sets/${encodeURIComponent(data.saved.name)}/${data.saved.version}`}
              className="font-medium text-accent hover:underline"
            >
              {data.saved.name}, version {data.saved.version}
            </Link>
            , {countOf(data.rules, 'rule')}.
          </p>
        )}
        {data && data.problems.length > 0 && (
          <>
            <p className="text-bad">Nothing was stored:</p>
            <ul className="mt-1 grid gap-0.5">
              {data.problems.slice(0, 50).map(({ line, message }) => (
                <li key={`${line}/${message}`} className="break-words">
                  <span className="tabular-nums">Line {line}</span>: {message}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Panel>
  )
}
