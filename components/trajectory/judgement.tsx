import { FoldedText } from './folded-text'
import { StateDifferences } from './state-differences'
import type { Trajectory, TrajectoryTurn } from './trajectory-types'
import { WholeState } from './whole-state'

/** Why the turn earned what it did; the expected calls only on request. */
export function Judgement({
  episode,
  turn,
  before,
}: {
  episode: Trajectory
  turn: TrajectoryTurn
  before: TrajectoryTurn | undefined
}) {
  return (
    <div className="grid min-w-0 gap-3 border-t border-line pt-3">
      {turn.differences.length > 0 ? (
        <StateDifferences
          episode={episode.id}
          turn={turn.index}
          differences={turn.differences}
          before={before?.differences ?? []}
        />
      ) : (
        turn.stateOk && <StateAsExpected episode={episode.id} turn={turn.index} />
      )}
      {turn.missingResults.length > 0 && (
        <div className="min-w-0">
          <h3 className="text-xs font-medium">
            Missing results{' '}
            <span className="font-normal text-ink-faint">
              that the expected calls give and the agent never obtained
            </span>
          </h3>
          <ul className="mt-1 grid gap-1">
            {turn.missingResults.map((result, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: equal results may be missing twice
              <li key={index} className="rounded-md border border-line px-2.5 py-1.5">
                <FoldedText text={result} name="result" />
              </li>
            ))}
          </ul>
        </div>
      )}
      <ExpectedCalls turn={turn} />
    </div>
  )
}

const StateAsExpected = ({ episode, turn }: { episode: string; turn: number }) => (
  <div className="grid min-w-0 gap-1">
    <h3 className="text-xs font-medium">
      State after this turn <span className="font-normal text-ink-faint">as expected</span>
    </h3>
    <WholeState episode={episode} turn={turn} />
  </div>
)

function ExpectedCalls({ turn }: { turn: TrajectoryTurn }) {
  if (turn.expected.length === 0)
    return (
      <p className="text-xs text-ink-soft">
        Expected: no call. Something that the request needs is missing in this turn, and the agent should say so.
      </p>
    )
  return (
    <details className="text-xs">
      <summary className="w-fit cursor-pointer text-ink-soft hover:text-ink">
        Expected calls ({turn.expected.length}) <span className="text-ink-faint">never shown to the agent</span>
      </summary>
      <ol className="mt-1 grid gap-1">
        {turn.expected.map((call, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same call may be expected twice
          <li key={index} className="min-w-0 rounded-md border border-line px-2.5 py-1">
            <code className="break-words">{call}</code>
          </li>
        ))}
      </ol>
    </details>
  )
}
