'use client'

import { useQuery } from '@tanstack/react-query'
import { ChartBar, Upload } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode, RefObject } from 'react'
import { useTRPC } from '@/components/data/trpc'
import { FilterInput } from '@/components/filter/filter-input'
import type { UseFieldValues } from '@/components/filter/use-field-values'
import { ColumnChooser } from '@/components/runs/column-chooser'
import { SavedViews } from '@/components/runs/saved-views'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { episodeFields } from '@/server/core/filter/episode-fields'
import { episodeColumnNames, usualEpisodeColumns } from './episode-column-names'
import { episodeColumns } from './episode-columns'
import { type EpisodesViewState, episodesQuery } from './episodes-view-state'
import { ExportMenu } from './export-menu'
import { QuickFilters } from './quick-filters'

interface EpisodesToolbarProps {
  readonly view: EpisodesViewState
  readonly field: RefObject<HTMLInputElement | null>
  /** How many episodes there are; null: the filter cannot be read, and nothing can be written into it. */
  readonly count: string | null
  readonly onChange: (view: EpisodesViewState) => void
  readonly children: ReactNode
}

/** Filter, often used filters, counts, saved views, export and import; all of the view stands in the URL. */
export function EpisodesToolbar({ view, field, count, onChange, children }: EpisodesToolbarProps) {
  const trpc = useTRPC()
  const apply = (filter: string) => onChange({ ...view, filter, after: null })
  const query = episodesQuery({ ...view, after: null })
  const useEpisodeValues: UseFieldValues = (name, typed) => {
    const values = useQuery({
      ...trpc.episodes.filterValues.queryOptions({ field: name ?? '', typed, filter: view.filter }),
      enabled: name !== null,
      placeholderData: (before) => before,
    })
    return values.data ?? []
  }
  return (
    <search className="grid gap-2 border-b border-line p-2">
      <div className="flex flex-wrap items-start gap-2">
        <FilterInput
          label="Filter: fields, words, and, or, not"
          placeholder="Filter: stage = 2 and code = not_logged_in, or words"
          applied={view.filter}
          catalogue={episodeFields}
          useValues={useEpisodeValues}
          field={field}
          onApply={apply}
        />
        <div className="flex flex-wrap items-center gap-1.5">
          <Button
            size="small"
            aria-pressed={view.facets}
            title="How many episodes of this list have each outcome, stage, error code, …"
            onClick={() => onChange({ ...view, facets: !view.facets })}
            className={cn(view.facets && 'border-accent bg-accent-soft text-accent')}
          >
            <ChartBar aria-hidden />
            Counts
          </Button>
          <ColumnChooser
            known={episodeColumns}
            names={episodeColumnNames}
            usual={usualEpisodeColumns}
            columns={view.columns}
            onChange={(columns) => onChange({ ...view, columns })}
          />
          <SavedViews query={query} page="episodes" help="Filter, order, columns and counts" />
          <ExportMenu query={query} />
          <Button asChild look="quiet" size="small">
            <Link href="/episodes/import" prefetch={false}>
              <Upload aria-hidden />
              Import
            </Link>
          </Button>
          {children}
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <QuickFilters filter={view.filter} disabled={count === null} onChange={apply} />
        <p role="status" className="ml-auto whitespace-nowrap px-1 text-ink-soft tabular-nums">
          {count}
        </p>
      </div>
    </search>
  )
}
