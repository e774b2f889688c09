'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { useServerView } from '@/components/data/use-server-view'
import { NoMatch } from '@/components/filter/no-match'
import { PageLinks } from '@/components/runs/page-links'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { Refreshing } from '@/components/ui/refreshing'
import { EmptyState } from '@/components/ui/states'
import { countOf } from '@/server/core/count-of'
import { EpisodesTable } from './episodes-table'
import { EpisodesToolbar } from './episodes-toolbar'
import { type EpisodesViewState, episodesHref, isFiltered, withoutFilters } from './episodes-view-state'
import { FacetsPanel } from './facets-panel'
import { KeyboardHelp } from './keyboard-help'
import { NewerEpisodes } from './newer-episodes'
import { useKeys } from './use-keys'

type EpisodePage = ApiOutput['episodes']['list']

interface EpisodesViewProps {
  readonly view: EpisodesViewState
  readonly page: EpisodePage
}

const keys = [
  { keys: ['/'], does: 'filter' },
  { keys: ['j', 'k'], does: 'next and previous episode' },
  { keys: ['Enter'], does: 'open it' },
  { keys: ['n'], does: 'next page' },
  { keys: ['?'], does: 'this help' },
]

/** The list of episodes with its filters; all of it stands in the URL. */
export function EpisodesView({ view, page }: EpisodesViewProps) {
  const router = useRouter()
  const { shown, open, isLoading, startLoading } = useServerView(view, episodesHref)
  const [helps, setHelps] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const rows = useRef<HTMLTableSectionElement>(null)
  useKeys({
    '/': () => field.current?.focus(),
    j: () => focusRow(rows.current, 1),
    k: () => focusRow(rows.current, -1),
    n: () => page.next && startLoading(() => router.push(episodesHref({ ...view, after: page.next }))),
    '?': () => setHelps(true),
  })
  return (
    <Panel flush>
      <EpisodesToolbar view={shown} field={field} count={page.problem ? null : countText(page)} onChange={open}>
        <KeyboardHelp open={helps} onOpenChange={setHelps} keys={keys} />
      </EpisodesToolbar>
      {shown.facets && page.problem === null && (
        <FacetsPanel view={shown} onChange={(filter) => open({ ...shown, filter, after: null })} />
      )}
      {view.after === null && view.sort === 'newest' && !view.reverse && (
        <NewerEpisodes
          key={view.filter}
          view={view}
          newest={page.episodes[0]?.id ?? null}
          onShow={() => startLoading(() => router.refresh())}
        />
      )}
      <Refreshing busy={isLoading}>
        {page.episodes.length > 0 ? (
          <EpisodesTable episodes={page.episodes} view={shown} rows={rows} onSort={open} />
        ) : (
          <NoEpisodes view={view} problem={page.problem} onClear={() => open(withoutFilters(view))} />
        )}
      </Refreshing>
      <PageLinks
        first={view.after ? episodesHref({ ...view, after: null }) : null}
        next={page.next ? episodesHref({ ...view, after: page.next }) : null}
      />
    </Panel>
  )
}

function countText({ count, exact }: EpisodePage): string {
  return exact ? countOf(count, 'episode') : `${count.toLocaleString('en-US')}+ episodes`
}

interface NoEpisodesProps {
  readonly view: EpisodesViewState
  readonly problem: EpisodePage['problem']
  readonly onClear: () => void
}

function NoEpisodes({ view, problem, onClear }: NoEpisodesProps) {
  if (problem || isFiltered(view))
    return (
      <NoMatch
        {...{ problem, title: 'No episode matches' }}
        showAll={<Button onClick={onClear}>Clear the filter</Button>}
      >
        Take a condition out of the filter, or widen its range.
      </NoMatch>
    )
  return (
    <EmptyState
      title="No episodes yet"
      action={
        <Button asChild look="primary">
          <Link href="/launch">Launch a run</Link>
        </Button>
      }
    >
      Every episode that a run plays is recorded here: training, validation and tests, from its first step on. What was
      recorded elsewhere can be{' '}
      <Link href="/episodes/import" className="underline hover:text-ink">
        imported
      </Link>
      .
    </EmptyState>
  )
}

/** Moves the focus along the rows' links; from outside to the first. */
function focusRow(body: HTMLTableSectionElement | null, by: 1 | -1): void {
  const links = [...(body?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])]
  const at = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement))
  const next = links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))]
  next?.focus()
}
