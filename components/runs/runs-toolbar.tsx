'use client'

import { useQuery } from '@tanstack/react-query'
import { Download, Sigma } from 'lucide-react'
import type { RefObject } from 'react'
import { useTRPC } from '@/components/data/trpc'
import { FilterInput } from '@/components/filter/filter-input'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { runFields } from '@/server/core/filter/run-fields'
import { ColumnChooser } from './column-chooser'
import { runColumnNames, usualColumns } from './run-column-names'
import { runColumns } from './run-columns'
import { keptQuery, type RunsViewState } from './runs-view-state'
import { SavedViews } from './saved-views'
import { StatusChips } from './status-chips'

interface RunsToolbarProps {
  readonly view: RunsViewState
  readonly counts: Readonly<Record<string, number>>
  readonly field: RefObject<HTMLInputElement | null>
  readonly onChange: (view: RunsViewState) => void
}

/** Filter, status, grouping, columns, views and export of the runs table; all of it stands in the URL. */
export function RunsToolbar({ view, counts, field, onChange }: RunsToolbarProps) {
  const filter = (text: string) => onChange({ ...view, filter: text, after: null })
  const query = keptQuery(view)
  return (
    <search className="grid gap-2 border-b border-line p-2">
      <div className="flex flex-wrap items-start gap-2">
        <FilterInput
          label="Filter: fields, words, and, or, not"
          placeholder="Filter: status = failed and test > 45 %, or words"
          applied={view.filter}
          catalogue={runFields}
          useValues={useRunValues}
          field={field}
          onApply={filter}
        />
        <div className="flex flex-wrap items-center gap-1.5">
          <Button
            size="small"
            aria-pressed={view.grouped}
            title="One row for runs that differ in their seed alone"
            onClick={() => onChange({ ...view, grouped: !view.grouped, after: null })}
            className={cn(view.grouped && 'border-accent bg-accent-soft text-accent')}
          >
            <Sigma aria-hidden />
            Over seeds
          </Button>
          {!view.grouped && (
            <ColumnChooser
              known={runColumns}
              names={runColumnNames}
              usual={usualColumns}
              columns={view.columns}
              onChange={(columns) => onChange({ ...view, columns })}
            />
          )}
          <SavedViews query={query} page="runs" help="Filter, order, columns and grouping" />
          <Button asChild size="small">
            <a href={`/api/export/runs${query ? `?${query}` : ''}`} download>
              <Download aria-hidden />
              CSV
            </a>
          </Button>
        </div>
      </div>
      <StatusChips filter={view.filter} counts={counts} onChange={filter} />
    </search>
  )
}

function useRunValues(field: string | null, typed: string): readonly string[] {
  const trpc = useTRPC()
  const values = useQuery({
    ...trpc.runs.filterValues.queryOptions({ field: field ?? '', typed }),
    enabled: field !== null,
    placeholderData: (before) => before,
  })
  return values.data ?? []
}
