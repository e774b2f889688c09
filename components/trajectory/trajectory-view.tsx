'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useMemo, useRef, useState, useTransition } from 'react'
import { type EpisodesViewState, episodeHref } from '@/components/episodes/episodes-view-state'
import { useKeys } from '@/components/episodes/use-keys'
import { Page } from '@/components/shell/page'
import { Refreshing } from '@/components/ui/refreshing'
import { EmptyState } from '@/components/ui/states'
import { FindBar } from './find-bar'
import { FindProvider } from './find-context'
import { HistoryStrip, type TaskMoments } from './history-strip'
import { isJudged } from './is-judged'
import { LongOutlineNav } from './long-outline-nav'
import { LongTranscript } from './long-transcript'
import { expandOutline, prepareOutline } from './outline'
import { OutlineNav } from './outline-nav'
import { TrajectoryActions, TrajectoryLead } from './trajectory-header'
import { TrajectorySummary } from './trajectory-summary'
import type { Neighbours, Trajectory, TrajectoryTurn } from './trajectory-types'
import { showVerification, ToolPanels, useTranscriptTools } from './transcript-tools'
import { TurnSection } from './turn-section'
import { useFind } from './use-find'
import { usePosition } from './use-position'

interface TrajectoryViewProps {
  readonly episode: Trajectory
  readonly moments: TaskMoments
  /** The list that the episode is read as one of, and what stands beside it there. */
  readonly list: EpisodesViewState
  readonly neighbours: Neighbours
}

const notJudged = ({ index }: Pick<TrajectoryTurn, 'index'>) => ({ index, reward: 'not judged' as const })

/** One episode, turn by turn: what the agent did, what it was told and what it earned. */
export function TrajectoryView({ episode, moments, list, neighbours }: TrajectoryViewProps) {
  const router = useRouter()
  const [isLeaving, startLeaving] = useTransition()
  const [helps, setHelps] = useState(false)
  const outline = useMemo(() => {
    const turns = isJudged(episode) ? episode.turns : episode.turns.map(notJudged)
    return episode.outline ? expandOutline(turns, episode.outline) : prepareOutline(turns, episode.steps)
  }, [episode])
  const reveal = useRef<((anchor: string) => void) | null>(null)
  const { current, move, go } = usePosition(outline, reveal)
  const lookAt = useCallback((anchor: string) => go(anchor, false), [go])
  const find = useFind(episode.id, lookAt)
  const findInput = useRef<HTMLInputElement>(null)
  const tools = useTranscriptTools()
  const open = (href: string) => startLeaving(() => router.push(href))
  const sibling = (by: 1 | -1) => {
    const at = episode.siblings.findIndex(({ id }) => id === episode.id)
    const next = at < 0 ? undefined : episode.siblings[at + by]
    // the same place in the sibling, so that two rollouts can be read against each other
    if (next) open(`/episodes/${next.id}${window.location.search}${window.location.hash}`)
  }
  const neighbour = (id: string | null) => {
    if (id) open(episodeHref(id, list))
  }
  useKeys({
    j: () => move('next-step'),
    k: () => move('previous-step'),
    J: () => move('next-turn'),
    K: () => move('previous-turn'),
    '[': () => sibling(-1),
    ']': () => sibling(1),
    '{': () => neighbour(neighbours.previous),
    '}': () => neighbour(neighbours.next),
    '/': () => findInput.current?.focus(),
    n: () => find.move(1),
    N: () => find.move(-1),
    v: () => {
      tools.setVerifies(!tools.verifies)
      if (!tools.verifies) requestAnimationFrame(showVerification)
      else if (current !== null) lookAt(current)
    },
    '?': () => setHelps(true),
  })
  return (
    <Page
      title={episode.task.key}
      lead={<TrajectoryLead episode={episode} />}
      actions={<TrajectoryActions {...{ episode, list, neighbours, tools }} helps={helps} onHelps={setHelps} />}
    >
      <Refreshing busy={isLeaving} className="grid gap-3">
        <TrajectorySummary episode={episode} history={<HistoryStrip episode={episode} moments={moments} />} />
        <ToolPanels tools={tools} episode={episode.id} />
        {outline.length === 0 ? (
          <EmptyState title="The episode ended before its first step">
            {episode.truncated && `It was cut: ${episode.truncated}.`}
          </EmptyState>
        ) : (
          <div className="grid min-w-0 items-start gap-3 lg:grid-cols-[15rem_minmax(0,1fr)]">
            {episode.outline ? (
              <LongOutlineNav outline={outline} current={current} />
            ) : (
              <OutlineNav outline={outline} current={current} />
            )}
            <div className="grid min-w-0 gap-3">
              <div className="sticky top-11 z-10 -mx-1 rounded-md bg-ground/95 px-1 py-1.5">
                <FindBar find={find} input={findInput} />
              </div>
              <FindProvider value={find.asked.toLowerCase()}>
                <div id="transcript" className="grid min-w-0 grid-cols-1 gap-3">
                  {episode.outline ? (
                    <LongTranscript episode={episode} outline={outline} current={current} reveal={reveal} />
                  ) : (
                    outline.map(({ anchor, index }) => (
                      <TurnSection
                        key={anchor}
                        episode={episode}
                        index={index}
                        turn={episode.turns.find((turn) => turn.index === index) ?? null}
                        steps={episode.steps.filter(({ turn }) => turn === index)}
                        current={current}
                      />
                    ))
                  )}
                </div>
              </FindProvider>
            </div>
          </div>
        )}
      </Refreshing>
    </Page>
  )
}
