'use client'

import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { InputField, SelectField } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { countOf } from '@/server/core/count-of'
import { episodesHref } from './episodes-view-state'
import { type ImportResult, sendImport } from './import-result'

const formats = [
  { name: 'jsonl', title: 'Envtune (JSON Lines)' },
  { name: 'openai', title: 'OpenAI messages (JSON Lines)' },
  { name: 'verl', title: 'verl rollout dump (JSON Lines)' },
  { name: 'trl', title: 'TRL completions (Parquet)' },
  { name: 'atif', title: 'ATIF (JSON or JSON Lines)' },
] as const

/** A file with trajectories of others becomes a run of its own. */
export function ImportForm() {
  const { mutate, data, error, isPending } = useMutation({ mutationFn: sendImport })
  return (
    <Panel className="max-w-2xl">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          mutate(new FormData(event.currentTarget))
        }}
      >
        <SelectField label="Format" name="format" defaultValue="openai">
          {formats.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </SelectField>
        <InputField label="File" name="file" type="file" required className="[&_input]:h-auto [&_input]:py-1" />
        <InputField label="Name of the run" name="name" placeholder="Import of the file" maxLength={200} />
        <SelectField
          label="When a line cannot be read"
          name="onProblem"
          defaultValue="keep-rest"
          help="Either way every bad line is named with its number."
        >
          <option value="keep-rest">import the rest</option>
          <option value="keep-nothing">import nothing</option>
        </SelectField>
        <div className="flex items-center gap-3">
          <Button type="submit" look="primary" disabled={isPending}>
            {isPending ? 'Importing …' : 'Import'}
          </Button>
          <Link href="/episodes" className="text-ink-soft hover:underline">
            Back to the episodes
          </Link>
        </div>
      </form>
      {error && (
        <p role="alert" className="mt-4 text-bad">
          Nothing was imported: {error.message}
        </p>
      )}
      {data && <Outcome result={data} />}
    </Panel>
  )
}

const mostShown = 100

function Outcome({ result: { run, episodes, problems } }: { result: ImportResult }) {
  return (
    <div role="status" className="mt-4 grid gap-2 border-t border-line pt-3">
      {run === null ? (
        <p className="font-medium text-bad">Nothing was imported.</p>
      ) : (
        <p>
          <span className="font-medium text-good">{countOf(episodes, 'episode is', 'episodes are')}</span> now in{' '}
          <Link href={episodesHref({ run })} className="text-accent underline">
            run #{run}
          </Link>
          .
        </p>
      )}
      {problems.length > 0 && (
        <>
          <p className="text-warn">{countOf(problems.length, 'line')} could not be read:</p>
          <ul className="grid max-h-72 gap-1 overflow-y-auto text-xs">
            {problems.slice(0, mostShown).map(({ line, message }) => (
              <li key={line} className="break-words">
                <span className="font-medium tabular-nums">Line {line}:</span> {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
