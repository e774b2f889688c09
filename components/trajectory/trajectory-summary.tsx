import { Check, GitBranch, X } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { episodesHref } from '@/components/episodes/episodes-view-state'
import { Badge } from '@/components/ui/badge'
import { Figure } from '@/components/ui/figure'
import { missing, quantity } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { countOf } from '@/server/core/count-of'
import { isJudged } from './is-judged'
import { SiblingStrip } from './sibling-strip'
import { signed } from './signed'
import type { Trajectory } from './trajectory-types'

const rewardTitles = { progress: 'Progress', syntax: 'Syntax', binary: 'All turns right' } as const
const rewardNames = Object.keys(rewardTitles) as (keyof typeof rewardTitles)[]

/** What the episode is, what it earned and what stands out. */
export function TrajectorySummary({ episode, history }: { episode: Trajectory; history: ReactNode }) {
  const judged = isJudged(episode)
  return (
    <Panel flush>
      <Marks episode={episode} judged={judged} />
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 border-t border-line p-3 sm:grid-cols-4 lg:grid-cols-8">
        {rewardNames
          .filter((name) => judged || name === episode.rewardName)
          .map((name) => (
            <Figure
              key={name}
              label={judged ? rewardTitles[name] : 'Reward'}
              value={episode.invalid === null ? episode[name].toFixed(2) : missing}
              detail={name !== episode.rewardName ? undefined : judged ? 'the reward' : 'as imported'}
            />
          ))}
        <Figure
          label="Advantage"
          value={signed(episode.advantage)}
          detail={episode.group === null ? 'no group' : undefined}
        />
        <Figure label="Turns" value={episode.turnCount} detail={`of ${episode.task.turnCount}`} />
        <Figure label="Steps" value={quantity(episode.stepCount)} detail={countOf(episode.callCount, 'call')} />
        <Figure
          label="Errors"
          value={quantity(episode.formatErrors + episode.toolErrors)}
          detail={`${episode.formatErrors} format, ${episode.toolErrors} tool`}
        />
        <Figure label="Hints shown" value={episode.hintsShown} detail={`${episode.hintsRecovered} recovered`} />
      </dl>
      <SiblingStrip episode={episode} />
      {history}
    </Panel>
  )
}

function Marks({ episode, judged }: { episode: Trajectory; judged: boolean }) {
  const { prefix } = episode
  return (
    <div className="flex flex-wrap items-center gap-1.5 px-3 py-2">
      {episode.invalid === null && !judged && !episode.success ? (
        <Badge title="It was imported, and its source does not say how it went">not judged</Badge>
      ) : episode.invalid === null ? (
        <Badge tone={episode.success ? 'good' : 'bad'}>
          {episode.success ? <Check aria-hidden /> : <X aria-hidden />}
          {episode.success ? 'succeeded' : 'failed'}
        </Badge>
      ) : (
        <Badge tone="warn" title="Stored, but counted nowhere and without a reward">
          invalid: {episode.invalid}
        </Badge>
      )}
      {episode.verdict !== null && episode.verdict !== 'valid' && (
        <Badge tone="bad" title="The benchmark’s verdict">
          {episode.verdict}
        </Badge>
      )}
      {episode.origin === 'by-hand' && (
        <Badge tone="accent" title="Played in the playground: in no run's numbers">
          played by hand
        </Badge>
      )}
      {episode.origin === 'import' && (
        <Badge tone="accent" title="Recorded elsewhere: it can be read and compared, not verified or replayed">
          imported
        </Badge>
      )}
      {episode.truncated && <Badge tone="warn">cut: {episode.truncated}</Badge>}
      {episode.irrelevance && <Badge tone="warn">called in a turn that had to stay empty</Badge>}
      {episode.superseded && (
        <Badge tone="warn" title="Made after the checkpoint from which a later attempt went on; counted nowhere">
          superseded
        </Badge>
      )}
      {prefix && <BranchMark prefix={prefix} />}
      {episode.feedback === 'augmented' ? <Badge tone="hint">with hints</Badge> : <Badge>standard feedback</Badge>}
      <Badge>{episode.profile === 'bfcl' ? 'benchmark rules' : 'training rules'}</Badge>
      <Badge>{episode.split}</Badge>
      <Badge>{episode.partition} task</Badge>
      {episode.domains.map((domain) => (
        <Link
          key={domain}
          href={episodesHref({ run: episode.run.id, domain })}
          prefetch={false}
          className="hover:underline"
        >
          <Badge>{domain}</Badge>
        </Link>
      ))}
    </div>
  )
}

function BranchMark({ prefix }: { prefix: NonNullable<Trajectory['prefix']> }) {
  const words = `branch from turn ${prefix.startTurn + 1}${prefix.stateReset ? ', state set to the expected one' : ''}`
  const badge = (
    <Badge tone="accent" title="A rollout that starts at this turn; never counted in an accuracy">
      <GitBranch aria-hidden />
      {words}
    </Badge>
  )
  if (prefix.episode === null) return badge
  return (
    <Link
      href={`/episodes/${prefix.episode}`}
      prefetch={false}
      title="The episode that played the turns before"
      className="hover:underline"
    >
      {badge}
    </Link>
  )
}
