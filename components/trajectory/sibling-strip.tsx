import Link from 'next/link'
import { episodesHref } from '@/components/episodes/episodes-view-state'
import { cn } from '@/components/ui/cn'
import { compareHref } from './compare/compared-ids'
import { groupFigures } from './group-figures'
import { signed } from './signed'
import type { Trajectory } from './trajectory-types'

/** The rollout group: every sibling with its reward and advantage; this one is marked. */
export function SiblingStrip({ episode }: { episode: Trajectory }) {
  const { siblings, group, run } = episode
  if (group === null || siblings.length < 2) return null
  const { mean, deviation, surprise } = groupFigures(siblings, episode.id)
  const most = Math.max(...siblings.map(({ reward }) => reward), 1)
  const succeeded = siblings.filter(({ success }) => success).length
  return (
    <section aria-label="Rollout group" className="border-t border-line px-3 py-2">
      <p className="mb-1.5 flex flex-wrap gap-x-3 text-xs text-ink-soft">
        <span className="font-medium text-ink">Rollout group</span>
        <span className="tabular-nums">
          {siblings.length} rollouts, mean reward {mean.toFixed(2)}, {succeeded} succeeded
        </span>
        <span className="tabular-nums" title="Standard deviation of the group’s rewards">
          deviation {deviation.toFixed(2)}
        </span>
        {surprise !== null && (
          <span className="tabular-nums" title="Distance of this reward from the group’s mean, in deviations">
            surprise {surprise.toFixed(2)}
          </span>
        )}
        <Link href={episodesHref({ run: run.id, group })} prefetch={false} className="underline hover:text-ink">
          as a list
        </Link>
        <Link
          href={compareHref([episode.id, ...siblings.map(({ id }) => id)])}
          prefetch={false}
          className="underline hover:text-ink"
        >
          side by side
        </Link>
      </p>
      <ol className="flex flex-wrap gap-1">
        {siblings.map((sibling) => (
          <li key={sibling.id}>
            <Link
              href={`/episodes/${sibling.id}`}
              prefetch={false}
              aria-current={sibling.id === episode.id ? 'page' : undefined}
              aria-label={`Rollout ${sibling.rollout + 1}: reward ${sibling.reward.toFixed(2)}, advantage ${signed(sibling.advantage)}`}
              className={cn(
                'flex w-14 flex-col gap-1 rounded border border-line px-1.5 py-1 text-2xs tabular-nums hover:bg-raised',
                sibling.id === episode.id && 'border-accent bg-accent-soft',
              )}
            >
              <span className="flex justify-between">
                <span className="text-ink-faint">{sibling.rollout + 1}</span>
                <span className="font-medium">{sibling.reward.toFixed(2)}</span>
              </span>
              <span className="h-1 overflow-hidden rounded-full bg-line" aria-hidden>
                <span
                  className={cn('block h-full', sibling.success ? 'bg-good' : 'bg-ink-faint')}
                  style={{ width: `${(Math.max(0, sibling.reward) / most) * 100}%` }}
                />
              </span>
              <span className="text-right text-ink-soft">{signed(sibling.advantage)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}
