'use client'

import { useQuery } from '@tanstack/react-query'
import type { ApiOutput } from '@/components/data/api-types'
import { useTRPC } from '@/components/data/trpc'
import { cn } from '@/components/ui/cn'
import { Refreshing } from '@/components/ui/refreshing'
import { facetFields } from '@/server/core/episodes/facets'
import { episodeFields } from '@/server/core/filter/episode-fields'
import { findField } from '@/server/core/filter/filter-field'
import type { EpisodesViewState } from './episodes-view-state'
import { chosenIn, toggledValue } from './toggle-condition'

type FacetValue = ApiOutput['episodes']['facets']['values'][number]

interface FacetsPanelProps {
  readonly view: EpisodesViewState
  readonly onChange: (filter: string) => void
}

/** How often each value occurs in the list; a press writes it into the filter. */
export function FacetsPanel({ view: { filter, sort }, onChange }: FacetsPanelProps) {
  const trpc = useTRPC()
  const { data, error, isFetching } = useQuery({
    ...trpc.episodes.facets.queryOptions({ filter, sort }),
    placeholderData: (before) => before,
  })
  if (error)
    return (
      <p role="alert" className="border-b border-line p-3 text-bad">
        The episodes could not be counted: {error.message}
      </p>
    )
  if (!data)
    return (
      <p role="status" className="border-b border-line p-3 text-ink-faint">
        Counting …
      </p>
    )
  const facets = facetFields
    .map((field) => ({ field, values: data.values.filter((value) => value.field === field) }))
    .filter(({ values }) => values.length > 0)
  return (
    <section aria-label="Counts" className="border-b border-line">
      <Refreshing busy={isFetching}>
        <div className="grid gap-x-6 gap-y-3 p-3 sm:grid-cols-2 lg:grid-cols-4 xl:grid-cols-5">
          {facets.map(({ field, values }) => (
            <Facet
              key={field}
              label={findField(episodeFields, field)?.label ?? field}
              values={values}
              chosen={chosenIn(filter, field)}
              onToggle={(value) => onChange(toggledValue(filter, field, value))}
            />
          ))}
        </div>
        {!data.whole && (
          <p className="px-3 pb-2 text-xs text-ink-faint">
            This list is long: 10,000 of its episodes were counted, and there are at least so many of each.
          </p>
        )}
      </Refreshing>
    </section>
  )
}

interface FacetProps {
  readonly label: string
  readonly values: readonly FacetValue[]
  readonly chosen: readonly string[]
  readonly onToggle: (value: string) => void
}

function Facet({ label, values, chosen, onToggle }: FacetProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-0.5 text-xs font-medium text-ink-faint">{label}</legend>
      <div className="-mx-1.5 max-h-40 overflow-y-auto">
        {values.map(({ value, count, exact }) => (
          <button
            key={value}
            type="button"
            aria-pressed={chosen.includes(value)}
            onClick={() => onToggle(value)}
            className={cn(
              'flex w-full items-baseline gap-2 rounded px-1.5 py-0.5 text-left text-[13px] hover:bg-raised',
              chosen.includes(value) && 'bg-accent-soft text-accent',
            )}
          >
            <span className="min-w-0 flex-1 truncate" title={value}>
              {value}
            </span>
            <span className="text-xs tabular-nums text-ink-soft">
              {count.toLocaleString('en-US')}
              {!exact && '+'}
            </span>
          </button>
        ))}
      </div>
    </fieldset>
  )
}
