import { callText, type ToolCall } from '@/server/core/environments/shared/call'
import { Rng } from '@/server/core/rng'
import { type Check, checkOf } from './check'
import type { DomainSubject } from './domain-subject'
import { failureText } from './failure-text'
import { RandomCalls } from './random-calls'

/** What is played in one round of a check. */
export interface Play {
  /** JSON text. */
  readonly scenario: string
  readonly longContext: boolean
  readonly calls: readonly ToolCall[]
  /** A second sequence, for checks that play two. */
  readonly others: readonly ToolCall[]
}

/** Rounds of every check. They are drawn from fixed seeds: what is found is found again. */
const rounds = 200

/**
 * A check that plays random calls. The first round that shows a problem is told, without the calls that it does not
 * need.
 * @param problem what a play shows to be wrong; null: nothing
 */
export function playCheck(
  title: string,
  problem: (subject: DomainSubject, play: Play) => string | null,
): Check<DomainSubject> {
  return checkOf(title, (subject) => {
    const found = (play: Play) => problemOf(subject, play, problem)
    const draw = playsOf(subject, title)
    for (let round = 0; round < rounds; round++) {
      const play = draw(round)
      if (found(play) === null) continue
      const shortest = withoutNeedless(play, (shorter) => found(shorter) !== null)
      return [`${found(shortest)}; seen with ${playText(shortest)}`]
    }
    return []
  })
}

function problemOf(
  subject: DomainSubject,
  play: Play,
  problem: (subject: DomainSubject, play: Play) => string | null,
): string | null {
  try {
    return problem(subject, play)
  } catch (error) {
    return `${subject.domain.name} throws what is no error of a tool: ${failureText(error)}`
  }
}

function playsOf(subject: DomainSubject, title: string): (round: number) => Play {
  const scenarios = [...new Set(['{}', ...Object.values(subject.ways).map((way) => way.scenario ?? '{}')])]
  const calls = new RandomCalls(subject)
  return (round) => {
    const rng = Rng.seeded(round, title, subject.domain.name)
    const [scenario, longContext] = [rng.pick(scenarios), rng.int(2) === 1]
    return { scenario, longContext, calls: calls.draw(rng), others: calls.draw(rng) }
  }
}

function withoutNeedless(play: Play, isStillWrong: (play: Play) => boolean): Play {
  let shortest = play
  for (const part of ['others', 'calls'] as const) {
    for (let index = play[part].length - 1; index >= 0; index--) {
      const shorter = { ...shortest, [part]: shortest[part].toSpliced(index, 1) }
      if (isStillWrong(shorter)) shortest = shorter
    }
  }
  return shortest
}

function playText({ scenario, longContext, calls, others }: Play): string {
  const written = (sequence: readonly ToolCall[]) => sequence.map(callText).join(', ') || 'no call'
  const second = others.length > 0 ? `, then ${written(others)}` : ''
  return `${written(calls)}${second} in the scenario ${scenario}${longContext ? ' with its long-context tables' : ''}`
}
