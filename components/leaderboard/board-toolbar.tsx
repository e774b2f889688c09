'use client'

import { Pin } from 'lucide-react'
import Link from 'next/link'
import { createContext, useContext, useRef } from 'react'
import { useKeys } from '@/components/episodes/use-keys'
import { FilterInput } from '@/components/filter/filter-input'
import { Button } from '@/components/ui/button'
import { boardFields } from '@/server/core/filter/board-fields'
import { boardViewHref, keptFilter } from './board-view-state'
import { SuiteChooser } from './suite-chooser'
import { useBoardView } from './use-board-view'

type StoredValues = Readonly<Record<string, readonly string[]>>

interface BoardToolbarProps {
  /** Values that occur, by field. */
  readonly values: StoredValues
  /** Numbers of the runs that are shown. */
  readonly runs: readonly number[]
  readonly published: boolean
}

const Stored = createContext<StoredValues>({})

/** Which rows and suites the leaderboard shows; all of it stands in the URL. */
export function BoardToolbar({ values, runs, published }: BoardToolbarProps) {
  const { view, open } = useBoardView()
  const field = useRef<HTMLInputElement>(null)
  useKeys({ '/': () => field.current?.focus() })
  const kept = keptFilter(view.filter, { runs, published })
  return (
    <search className="flex flex-wrap items-start gap-2">
      <Stored.Provider value={values}>
        <FilterInput
          label="Filter: fields, words, and, or, not"
          placeholder="Filter: kind = endpoint and comparable = yes, or words"
          applied={view.filter}
          catalogue={boardFields}
          useValues={useBoardValues}
          field={field}
          onApply={(filter) => open({ ...view, filter })}
        />
      </Stored.Provider>
      <div className="flex flex-wrap items-center gap-1.5">
        <SuiteChooser
          suites={values.suite ?? []}
          shown={view.suites}
          onChange={(suites) => open({ ...view, suites })}
        />
        {kept !== null && (
          <Button asChild size="small">
            <Link
              href={boardViewHref({ ...view, filter: kept })}
              title="An address that shows these rows also when more have been measured"
            >
              <Pin aria-hidden />
              Keep these rows
            </Link>
          </Button>
        )}
      </div>
    </search>
  )
}

function useBoardValues(field: string | null, typed: string): readonly string[] {
  const values = useContext(Stored)
  const wanted = typed.toLowerCase()
  return field === null ? [] : (values[field] ?? []).filter((value) => value.toLowerCase().includes(wanted))
}
